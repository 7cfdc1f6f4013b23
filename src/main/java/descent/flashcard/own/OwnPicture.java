package descent.flashcard.own;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A picture of somebody's own cards. */
@Entity
@Table(name = "flashcard_picture")
class OwnPicture extends PanacheEntityBase {
    @Embeddable
    record Key(UUID personId, String sha256) {}

    @EmbeddedId public Key key;
    public String mediaType;
    public byte[] bytes;

    protected OwnPicture() {}

    OwnPicture(Key key, String mediaType, byte[] bytes) {
        this.key = key;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }
}
