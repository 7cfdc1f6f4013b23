package descent.flashcard.own;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A person's own notes, as a part of what is known of them. */
@ApplicationScoped
class OwnNoteData implements PersonalData {
    record Part(List<Written> notes, List<Shown> pictures, List<Sent> imports) {}

    record Written(
            String course,
            String kind,
            String front,
            String back,
            String deck,
            String tags,
            Instant createdAt) {}

    record Shown(String sha256, String mediaType, String base64) {}

    record Sent(String course, String fileName, Instant at) {}

    @Override
    public String name() {
        return "flashcard-notes";
    }

    @Override
    public String kept() {
        return "The flashcards that you wrote or imported, with their pictures, until you remove them or delete the account; a file that you sent to be imported for a day.";
    }

    @Override
    public Part export(UUID personId) {
        return new Part(
                OwnNote.<OwnNote>list("personId = ?1 order by id", personId).stream()
                        .map(row ->
                                new Written(
                                        row.courseId,
                                        row.kind.name(),
                                        row.front,
                                        row.back,
                                        row.deck,
                                        row.tags,
                                        row.createdAt))
                        .toList(),
                OwnPicture.<OwnPicture>list("key.personId", personId).stream()
                        .map(row ->
                                new Shown(
                                        row.key.sha256(),
                                        row.mediaType,
                                        Base64.getEncoder().encodeToString(row.bytes)))
                        .toList(),
                PendingImport.<PendingImport>list("personId", personId).stream()
                        .map(row -> new Sent(row.courseId, row.fileName, row.at))
                        .toList());
    }
}
