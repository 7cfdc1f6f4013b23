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

    private BoardWish(Key key, Appearance appearance) {
        this.key = key;
        this.appearance = appearance;
    }

    static Appearance of(UUID person, String course) {
        return BoardWish.<BoardWish>findByIdOptional(new Key(person, course))
                .map(wish -> wish.appearance)
                .orElse(Appearance.NAMED);
    }

    static void set(UUID person, String course, Appearance appearance) {
        var key = new Key(person, course);
        var wish =
                BoardWish.<BoardWish>findByIdOptional(key)
                        .orElseGet(() -> new BoardWish(key, appearance));
        wish.appearance = appearance;
        wish.persist();
    }
}
