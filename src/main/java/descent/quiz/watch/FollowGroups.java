package descent.quiz.watch;

import descent.enrolment.GroupChanged;
import descent.quiz.attempt.Attempt;
import descent.quiz.rules.Allowances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Attempts under way follow their learner into another group, which may have other allowances. */
@ApplicationScoped
class FollowGroups {
    private final Allowances allowances;
    private final MoveDeadline moveDeadline;

    FollowGroups(Allowances allowances, MoveDeadline moveDeadline) {
        this.allowances = allowances;
        this.moveDeadline = moveDeadline;
    }

    void changed(@Observes GroupChanged change) {
        allowances.change(change.courseId());
        moveDeadline.recompute(Attempt.lockedOpenOf(change.personId(), change.courseId(), ""));
    }
}
