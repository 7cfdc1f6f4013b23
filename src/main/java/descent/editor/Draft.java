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

    /** What is typed and a form that is sent may come at once: the last one counts. */
    static void keep(Key key, long base, String text, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into editor_draft (author_id, path, base, text, saved_at)
                        values (:author, :path, :base, :text, :now)
                        on conflict (author_id, path)
                        do update set base = excluded.base, text = excluded.text, saved_at = excluded.saved_at
                        """)
                .setParameter("author", key.authorId())
                .setParameter("path", key.path())
                .setParameter("base", base)
                .setParameter("text", text)
                .setParameter("now", now)
                .executeUpdate();
    }
}
