package descent.editor.later;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text that is to be published at a time. */
@Entity
@Table(name = "editor_planned")
public class Planned extends PanacheEntityBase {
    /** One for each author and file. */
    @Embeddable
    record Key(UUID authorId, String path) {}

    @EmbeddedId public Key key;

    /** The revision on which the text is based; 0 for a new file. */
    public long base;

    public String text;
    public Instant at;

    /** Why it was not published when its time had come. */
    public @Nullable String refused;

    protected Planned() {}

    Planned(Key key, long base, String text, Instant at) {
        this.key = key;
        this.base = base;
        this.text = text;
        this.at = at;
    }
}
