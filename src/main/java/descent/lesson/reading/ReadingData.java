package descent.lesson.reading;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a person was in lessons, as a part of what is known of them. */
@ApplicationScoped
class ReadingData implements PersonalData {
    record Part(String course, String lesson, String section, Instant at) {}

    @Override
    public String name() {
        return "reading-places";
    }

    @Override
    public String kept() {
        return "Where you were last in the lessons of each course you take, until you delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return ReadingPlace.<ReadingPlace>list("key.personId", personId).stream()
                .map(place ->
                        new Part(place.key.courseId(), place.lessonId, place.section, place.at))
                .toList();
    }
}
