package descent.enrolment;

import descent.account.CurrentPerson;
import descent.enrolment.Enrolment.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Enrols people, and is the gate before what only the enrolled may do. */
@ApplicationScoped
public class Enrolments {
    private final CurrentPerson person;
    private final Clock clock;

    Enrolments(CurrentPerson person, Clock clock) {
        this.person = person;
        this.clock = clock;
    }

    /** Whether the sender of this request takes the course. */
    @Transactional
    public boolean isEnrolled(String courseId) {
        return person.id().map(id -> isEnrolled(id, courseId)).orElse(false);
    }

    @Transactional
    public boolean isEnrolled(UUID personId, String courseId) {
        return Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId))
                .map(enrolment -> enrolment.leftAt == null)
                .orElse(false);
    }

    /**
     * Lets the sender of this request through when enrolled.
     *
     * @return who it is
     * @throws io.quarkus.security.UnauthorizedException for a visitor, who is led to the sign-in
     *     page
     * @throws NotEnrolled for somebody else, who is shown the button to enrol, and led back
     */
    @Transactional
    public UUID requireEnrolled(String courseId) {
        var id = person.requiredId();
        if (!isEnrolled(id, courseId)) {
            throw new NotEnrolled(courseId);
        }
        return id;
    }

    @Transactional
    void enrol(UUID personId, String courseId) {
        var key = new Key(personId, courseId);
        Enrolment.<Enrolment>findByIdOptional(key)
                .ifPresentOrElse(
                        enrolment -> enrolment.leftAt = null,
                        () -> new Enrolment(key, clock.instant()).persist());
    }

    @Transactional
    void leave(UUID personId, String courseId) {
        Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId))
                .ifPresent(enrolment -> enrolment.leftAt = clock.instant());
    }
}
