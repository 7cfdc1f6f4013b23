package descent.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody wants to see a run: a person, or the system, which records the presets. */
@Entity
class Experiment extends PanacheEntityBase {
    @Id public UUID id;

    /** Nobody: the system's own, open to all. */
    public @Nullable UUID personId;

    public @Nullable String courseId;
    public @Nullable String presetId;
    public String name;
    public String runKey;
    public Instant createdAt;
    public @Nullable Instant cancelledAt;

    protected Experiment() {}

    Experiment(UUID id, RunRequest request, String runKey, Instant now) {
        this.id = id;
        this.personId = request.personId();
        this.courseId = request.courseId();
        this.presetId = request.presetId();
        this.name = request.name();
        this.runKey = runKey;
        this.createdAt = now;
    }

    /** Whether somebody still waits for the run: who was disabled waits for nothing. */
    static boolean isWanted(String runKey) {
        return count(
                        """
                        from Experiment e where e.runKey = ?1 and e.cancelledAt is null
                        and (e.personId is null
                            or exists (from Person p where p.id = e.personId and p.disabledAt is null))
                        """,
                        runKey)
                > 0;
    }

    /** Those of people, who have not cancelled. */
    static List<Experiment> ofPeople(String runKey) {
        return list("runKey = ?1 and cancelledAt is null and personId is not null", runKey);
    }

    /** What observers are told of a person's experiment. */
    ExperimentEnded ended() {
        return new ExperimentEnded(Objects.requireNonNull(personId), courseId, presetId);
    }

    boolean isVisibleTo(@Nullable UUID person) {
        return personId == null || personId.equals(person);
    }
}
