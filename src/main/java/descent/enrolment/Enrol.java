package descent.enrolment;

import descent.enrolment.Enrolment.Key;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings people into a course and out of it. */
@ApplicationScoped
public class Enrol {
    private static final Limit CODES = new Limit.PerWindow(20, Duration.ofHours(1));

    private final CourseAuthors authors;
    private final Throttle throttle;
    private final AuditLog audit;
    private final Event<GroupChanged> moves;
    private final Clock clock;

    Enrol(
            CourseAuthors authors,
            Throttle throttle,
            AuditLog audit,
            Event<GroupChanged> moves,
            Clock clock) {
        this.authors = authors;
        this.throttle = throttle;
        this.audit = audit;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Somebody's own wish.
     *
     * @param code what was typed, where the course asks for a code
     * @return why not; empty when enrolled
     */
    Optional<String> byOneself(UUID personId, String courseId, String code) {
        // Before the transaction, not within: a class that enrols at the same moment would hold
        // all connections and wait for another one each.
        if (QuarkusTransaction.requiringNew().call(() -> isAskedForCode(personId, courseId))) {
            throttle.take("course code " + personId, CODES);
        }
        return QuarkusTransaction.requiringNew().call(() -> decided(personId, courseId, code));
    }

    private boolean isAskedForCode(UUID personId, String courseId) {
        var rule = CourseRule.of(courseId);
        return rule.admission == Admission.CODE
                && !rule.hasEnded(clock.instant())
                && Enrolment.findByIdOptional(new Key(personId, courseId)).isEmpty()
                && !authors.isAuthor(courseId);
    }

    private Optional<String> decided(UUID personId, String courseId, String code) {
        var known = Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId));
        if (known.isPresent() && known.get().leftAt == null) {
            return Optional.empty();
        }
        var rule = CourseRule.of(courseId);
        if (rule.hasEnded(clock.instant())) {
            return Optional.of("This course has ended: nobody enrols any more.");
        }
        if (known.isPresent() && known.get().removed) {
            return Optional.of("You were taken out of this course. Ask its author.");
        }
        if (known.isEmpty() && !authors.isAuthor(courseId)) {
            var refusal = refusal(rule, code);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        enrolled(personId, courseId);
        return Optional.empty();
    }

    private static Optional<String> refusal(CourseRule rule, String code) {
        return switch (rule.admission) {
            case OPEN -> Optional.empty();
            case INVITATION ->
                    Optional.of(
                            "This course is for those who were invited: follow your invitation's link.");
            case CODE ->
                    rule.isCode(code)
                            ? Optional.empty()
                            : Optional.of("This is not the code of this course.");
        };
    }

    /** By somebody who may decide it, or who did so by an invitation. */
    @Transactional
    public void byInvitation(UUID personId, String courseId, String group) {
        var enrolment = enrolled(personId, courseId);
        if (!group.isEmpty() && !enrolment.groupName.equals(group)) {
            move(enrolment, group);
        }
    }

    private Enrolment enrolled(UUID personId, String courseId) {
        var enrolment = Enrolment.begun(new Key(personId, courseId), clock.instant());
        enrolment.leftAt = null;
        enrolment.removed = false;
        return enrolment;
    }

    @Transactional
    void leave(UUID personId, String courseId) {
        Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId))
                .filter(enrolment -> enrolment.leftAt == null)
                .ifPresent(enrolment -> enrolment.leftAt = clock.instant());
    }

    /** What was done in the course stays; the person does not come back without being let in. */
    @Transactional
    public void remove(UUID personId, String courseId) {
        var enrolment = Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId));
        if (enrolment.isPresent() && enrolment.get().leftAt == null) {
            enrolment.get().leftAt = clock.instant();
            enrolment.get().removed = true;
            changed(personId, courseId, "removed");
        }
    }

    /** Lets somebody in whom an author or an admin names. */
    @Transactional
    public void let(UUID personId, String courseId) {
        enrolled(personId, courseId);
        changed(personId, courseId, "enrolled");
    }

    /** Puts somebody into a group of the course; empty for none. */
    @Transactional
    public void group(UUID personId, String courseId, String group) {
        Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId))
                .filter(enrolment -> !enrolment.groupName.equals(group))
                .ifPresent(enrolment -> {
                    move(enrolment, group);
                    changed(personId, courseId, "group " + group);
                });
    }

    private void move(Enrolment enrolment, String group) {
        enrolment.groupName = group;
        moves.fire(new GroupChanged(enrolment.key.personId(), enrolment.key.courseId()));
    }

    private void changed(UUID personId, String courseId, String how) {
        audit.record(
                AuditAction.ENROLMENT_CHANGED,
                AuditSubject.person(personId),
                Map.of("course", courseId, "how", how));
    }
}
