package descent.editor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What an author has entered and not published yet. */
@Entity
@Table(name = "editor_draft")
public class Draft extends PanacheEntityBase {
    /** One for each author and file. */
    @Embeddable
    public record Key(UUID authorId, String path) {}

    @EmbeddedId public Key key;

    /** The revision that the author started from; 0 for a new file. */
    public long base;

    public String text;
    public Instant savedAt;

    protected Draft() {}

    Draft(Key key, long base, String text, Instant now) {
        this.key = key;
        this.base = base;
        this.text = text;
        this.savedAt = now;
    }

    void change(long newBase, String newText, Instant now) {
        base = newBase;
        text = newText;
        savedAt = now;
    }
}
