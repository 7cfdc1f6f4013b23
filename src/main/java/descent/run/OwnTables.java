package descent.run;

import descent.engine.data.Table;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the examples that people bring along, for their own runs alone. */
@ApplicationScoped
public class OwnTables {
    /** What one person may keep. */
    public static final int MOST = 10;

    /**
     * A table, without its numbers.
     *
     * @param columns their names, the target's last
     */
    public record View(
            UUID id, String name, int examples, List<String> columns, Instant createdAt) {}

    private final Clock clock;

    OwnTables(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws Problem 409 where there are as many as may be
     */
    @Transactional
    public UUID keep(UUID person, String name, Table table) {
        Turn.take("own tables of " + person);
        if (OwnTable.count("personId", person) >= MOST) {
            throw Problem.conflict(
                    "You keep %d tables; that is as many as may be. Delete one first."
                            .formatted(MOST));
        }
        var kept = new OwnTable(UUID.randomUUID(), person, name, table, clock.instant());
        kept.persist();
        return kept.id;
    }

    /** The oldest first. */
    @Transactional
    public List<View> of(UUID person) {
        return OwnTable.of(person).stream()
                .map(table ->
                        new View(
                                table.id,
                                table.name,
                                table.examples,
                                List.of(table.columns),
                                table.createdAt))
                .toList();
    }

    /** With all that was trained on it. */
    @Transactional
    public void delete(UUID id, UUID person) {
        if (OwnTable.delete("id = ?1 and personId = ?2", id, person) == 0) {
            throw Problem.notFound("table");
        }
    }
}
