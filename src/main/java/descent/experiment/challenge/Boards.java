package descent.experiment.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the results that boards are made of. */
@ApplicationScoped
class Boards {
    private final EntityManager database;

    Boards(EntityManager database) {
        this.database = database;
    }

    /** Of those who take the course now; by the rules as they are now. */
    @Transactional
    Board of(String course, Trial trial, UUID viewer) {
        var results =
                database.createQuery(
                                """
                                select new descent.experiment.challenge.Board$Result(
                                    e.personId, p.name, coalesce(w.appearance, descent.experiment.challenge.Appearance.NAMED), e.score, e.createdAt)
                                from Entry e join Person p on p.id = e.personId
                                left join BoardWish w on w.key.personId = e.personId and w.key.courseId = e.courseId
                                where e.courseId = :course and e.challengeId = :challenge and e.rules = :rules
                                and e.state = REACHED and e.score is not null and p.disabledAt is null
                                and exists (select 1 from Enrolment m where m.leftAt is null
                                    and m.key.personId = e.personId and m.key.courseId = e.courseId)
                                """,
                                Board.Result.class)
                        .setParameter("course", course)
                        .setParameter("challenge", trial.challenge().id())
                        .setParameter("rules", trial.rules())
                        .getResultList();
        return Board.of(results, trial.isLowestBest(), viewer);
    }

    @Transactional
    List<Entry> entries(UUID person, String course) {
        return Entry.of(person, course);
    }

    @Transactional
    Appearance appearance(UUID person, String course) {
        return BoardWish.of(person, course);
    }

    @Transactional
    void appear(UUID person, String course, Appearance appearance) {
        BoardWish.set(person, course, appearance);
    }
}
