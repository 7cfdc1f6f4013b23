package descent.game;

import descent.game.rules.GameKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The boards of a course, and who has left them. */
@ApplicationScoped
class Boards {
    private final EntityManager database;

    Boards(EntityManager database) {
        this.database = database;
    }

    /** Of those who take the course now and have not left the boards. */
    @Transactional
    Board of(String course, GameKind kind, UUID viewer) {
        var bests =
                database.createQuery(
                                """
                                select new descent.game.Board$Best(g.personId, p.name, max(g.score))
                                from PlayedGame g join Person p on p.id = g.personId
                                where g.courseId = :course and g.kind = :kind and g.score > 0 and p.disabledAt is null
                                and exists (select 1 from Enrolment e where e.leftAt is null
                                    and e.key.personId = g.personId and e.key.courseId = g.courseId)
                                and not exists (select 1 from BoardLeft l
                                    where l.key.personId = g.personId and l.key.courseId = g.courseId)
                                group by g.personId, p.name
                                order by max(g.score) desc, min(g.endedAt)
                                """,
                                Board.Best.class)
                        .setParameter("course", course)
                        .setParameter("kind", kind)
                        .getResultList();
        return Board.of(bests, viewer);
    }

    @Transactional
    boolean hasLeft(UUID person, String course) {
        return BoardLeft.findByIdOptional(new BoardLeft.Key(person, course)).isPresent();
    }

    @Transactional
    void leave(UUID person, String course) {
        database.createNativeQuery(
                        "insert into game_board_left (person_id, course_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, person)
                .setParameter(2, course)
                .executeUpdate();
    }

    @Transactional
    void comeBack(UUID person, String course) {
        BoardLeft.deleteById(new BoardLeft.Key(person, course));
    }
}
