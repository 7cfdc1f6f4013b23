package descent.run;

import descent.engine.data.Table;
import descent.engine.spec.Json;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Examples that somebody brought along. They never change, and are nobody else's. */
@Entity
@Immutable
class OwnTable extends PanacheEntityBase {
    @Id public UUID id;

    public UUID personId;
    public String name;
    public int examples;

    /** Their names, the target's last. */
    public String[] columns;

    /** The engine's table as JSON, as specs hold it under "data". */
    public String content;

    public Instant createdAt;

    protected OwnTable() {}

    OwnTable(UUID id, UUID personId, String name, Table table, Instant now) {
        this.id = id;
        this.personId = personId;
        this.name = RunRequest.shown(name);
        this.examples = table.size();
        this.columns = table.columns().toArray(String[]::new);
        this.content = Json.of(table);
        this.createdAt = now;
    }

    static List<OwnTable> of(UUID personId) {
        return list("personId = ?1 order by createdAt", personId);
    }
}
