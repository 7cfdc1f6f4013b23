package descent.enrolment;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's enrolments, as a part of what is known of them. */
@ApplicationScoped
class EnrolmentData implements PersonalData {
    record Part(String course, Instant enrolledAt, Optional<Instant> leftAt) {}

    @Override
    public String name() {
        return "enrolments";
    }

    @Override
    public String kept() {
        return "Which courses you take or have taken, since when and until when, and in which groups, until you delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Enrolment.<Enrolment>list("key.personId", personId).stream()
                .map(enrolment ->
                        new Part(
                                enrolment.key.courseId(),
                                enrolment.enrolledAt,
                                Optional.ofNullable(enrolment.leftAt)))
                .toList();
    }
}
