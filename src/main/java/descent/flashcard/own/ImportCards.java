package descent.flashcard.own;

import descent.exchange.anki.CardFiles;
import descent.exchange.card.CardFile;
import descent.exchange.card.CardNote;
import descent.shared.job.RecurringJob;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Takes files of cards in two steps: what is in them is shown first. Also removes what was never
 * taken over.
 */
@ApplicationScoped
public class ImportCards implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(1);

    private final OwnNotes notes;
    private final OwnPictures pictures;
    private final Clock clock;

    ImportCards(OwnNotes notes, OwnPictures pictures, Clock clock) {
        this.notes = notes;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * What would be taken over.
     *
     * @param known how many of the notes the person has already
     * @param noPictures how many of the pictures cannot be shown, and are left out
     */
    public record Preview(UUID id, String fileName, CardFile content, int known, long noPictures) {}

    /**
     * Looks into a file and keeps it for {@link #take}, in the place of an earlier one that waits.
     *
     * @throws descent.exchange.card.UnreadableFile when nothing of it can be taken over
     */
    @Transactional
    public Preview look(UUID personId, String courseId, String fileName, byte[] file) {
        var content = CardFiles.read(file);
        PendingImport.delete("personId = ?1 and courseId = ?2", personId, courseId);
        var pending = new PendingImport(personId, courseId, fileName, file, clock.instant());
        pending.persist();
        return preview(pending, content);
    }

    /**
     * @throws Problem 404 when there is no such file of the person's
     */
    @Transactional
    public Preview look(UUID personId, String courseId, UUID id) {
        var pending = pending(personId, courseId, id);
        return preview(pending, CardFiles.read(pending.file));
    }

    /**
     * Sent twice, it finds no file the second time; sent of the same file again, nothing new.
     *
     * @return how many notes were added
     * @throws Problem 404 when there is no such file of the person's
     */
    @Transactional
    public int take(UUID personId, String courseId, UUID id) {
        var pending = pending(personId, courseId, id);
        var content = CardFiles.read(pending.file);
        for (var picture : content.pictures().values()) {
            pictures.keep(personId, picture);
        }
        int added = notes.add(personId, courseId, content.notes());
        pending.delete();
        return added;
    }

    private Preview preview(PendingImport pending, CardFile content) {
        return new Preview(
                pending.id,
                pending.fileName,
                content,
                notes.known(pending.personId, pending.courseId, content.notes()),
                content.pictures().values().stream()
                        .filter(bytes ->
                                OwnPictures.mediaType(bytes).isEmpty()
                                        || bytes.length > OwnPictures.MOST_BYTES)
                        .count());
    }

    private static PendingImport pending(UUID personId, String courseId, UUID id) {
        return PendingImport.<PendingImport>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.personId.equals(personId) && row.courseId.equals(courseId))
                .orElseThrow(() -> Problem.notFound("file of yours"));
    }

    /** The first notes, for a preview. */
    public static List<CardNote> first(CardFile content, int count) {
        return content.notes().stream().limit(count).toList();
    }

    @Override
    public String name() {
        return "remove-old-card-imports";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        PendingImport.delete("at < ?1", clock.instant().minus(KEPT));
    }
}
