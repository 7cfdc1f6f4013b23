package descent.enrolment;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A person's enrolments, as a part of what is known of them. */
@ApplicationScoped
class EnrolmentData implements PersonalData {
    private final CourseAuthors authors;

    EnrolmentData(CourseAuthors authors) {
        this.authors = authors;
    }

    record Part(String course, String group, Instant enrolledAt, Optional<Instant> leftAt) {}

    record Parts(List<Part> taken, Set<String> written) {}

    @Override
    public String name() {
        return "enrolments";
    }

    @Override
    public String kept() {
        return "Which courses you take or have taken, since when and until when, and in which groups; and which courses you write; until you delete the account.";
    }

    @Override
    public Parts export(UUID personId) {
        return new Parts(taken(personId), authors.coursesOf(personId));
    }

    private static List<Part> taken(UUID personId) {
        return Enrolment.<Enrolment>list("key.personId", personId).stream()
                .map(enrolment ->
                        new Part(
                                enrolment.key.courseId(),
                                enrolment.groupName,
                                enrolment.enrolledAt,
                                Optional.ofNullable(enrolment.leftAt)))
                .toList();
    }
}
