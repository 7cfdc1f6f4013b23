package descent.audio.page;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a person stopped listening, as a part of what is known of them. */
@ApplicationScoped
class ListeningData implements PersonalData {
    record Part(String course, String lesson, String part, long millis, Instant updatedAt) {}

    @Override
    public String name() {
        return "listening";
    }

    @Override
    public String kept() {
        return "Of each conversation and audiobook the place where you stopped listening, so that another device goes on from there, until you delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Position.ofPerson(personId).stream()
                .map(row ->
                        new Part(
                                row.key.courseId(),
                                row.key.lessonId(),
                                row.key.track().path(),
                                row.millis,
                                row.updatedAt))
                .toList();
    }
}
