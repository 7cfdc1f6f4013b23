package descent.quiz.attempt;

import descent.enrolment.GroupChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Attempts under way follow their learner into another group, which may have other allowances. */
@ApplicationScoped
class FollowGroups {
    private final MoveDeadline moveDeadline;

    FollowGroups(MoveDeadline moveDeadline) {
        this.moveDeadline = moveDeadline;
    }

    void changed(@Observes GroupChanged change) {
        moveDeadline.recompute(Attempt.lockedOpenOf(change.personId(), change.courseId(), ""));
    }
}
