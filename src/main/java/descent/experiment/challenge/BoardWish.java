package descent.experiment.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** What a learner has chosen about the boards of a course; who has chosen nothing is named. */
@Entity
class BoardWish extends PanacheEntityBase {
    @Embeddable
    record Key(UUID personId, String courseId) {}

    @EmbeddedId Key key;

    @Enumerated(EnumType.STRING)
    Appearance appearance;

    protected BoardWish() {}

    static Appearance of(UUID person, String course) {
        return BoardWish.<BoardWish>findByIdOptional(new Key(person, course))
                .map(wish -> wish.appearance)
                .orElse(Appearance.NAMED);
    }

    static void set(UUID person, String course, Appearance appearance) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into board_wish (person_id, course_id, appearance) values (?1, ?2, ?3)
                        on conflict (person_id, course_id) do update set appearance = excluded.appearance
                        """)
                .setParameter(1, person)
                .setParameter(2, course)
                .setParameter(3, appearance.name())
                .executeUpdate();
    }
}
