package descent.run.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A portion of what a run recorded: its header, its points and snapshots, one after the other. */
@Entity
@Immutable
@Table(name = "run_records")
public class RunRecords extends PanacheEntityBase {
    /** Records are numbered from 0; {@code first} is the number of the portion's first. */
    @Embeddable
    public record Key(String runKey, int first) {}

    @EmbeddedId public Key key;

    public int count;

    /** Each a JSON object, separated by commas. */
    public String items;

    protected RunRecords() {}

    public RunRecords(String runKey, int first, List<String> items) {
        this.key = new Key(runKey, first);
        this.count = items.size();
        this.items = String.join(",", items);
    }

    /**
     * What was recorded from number {@code next} on, in order, from the beginning of the portion
     * that holds it.
     */
    public static List<RunRecords> from(String runKey, int next) {
        return query(runKey, next).list();
    }

    /** The first portions of that. */
    public static List<RunRecords> from(String runKey, int next, int portions) {
        return query(runKey, next).page(0, portions).list();
    }

    private static PanacheQuery<RunRecords> query(String runKey, int next) {
        return find("key.runKey = ?1 and key.first + count > ?2 order by key.first", runKey, next);
    }

    /** The number of the record after the portion's last. */
    public int end() {
        return key.first() + count;
    }
}
