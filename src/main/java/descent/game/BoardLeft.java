package descent.game;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody does not want to stand on the boards of a course. */
@Entity
@Table(name = "game_board_left")
class BoardLeft extends PanacheEntityBase {
    @Embeddable
    record Key(UUID personId, String courseId) {}

    @EmbeddedId public Key key;

    protected BoardLeft() {}
}
