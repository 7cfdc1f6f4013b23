package descent.lesson.margin;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's notes in lessons, as a part of what is known of them. */
@ApplicationScoped
class MarginData implements PersonalData {
    record Part(
            String course, String lesson, String section, String quote, String note, Instant at) {}

    @Override
    public String name() {
        return "lesson-notes";
    }

    @Override
    public String kept() {
        return "Your bookmarks, highlights and notes in lessons, until you remove them or delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return MarginNote.<MarginNote>list("personId = ?1 order by at, id", personId).stream()
                .map(note ->
                        new Part(
                                note.courseId,
                                note.lessonId,
                                note.section,
                                note.passage.quote(),
                                note.text,
                                note.at))
                .toList();
    }
}
