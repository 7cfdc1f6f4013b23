package descent.run.budget;

import descent.engine.spec.Speed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * How fast runs are trained: measured by replicas that train, asked for by those that show pages.
 * Of several, the one that measured last speaks for all.
 */
@ApplicationScoped
public class MeasuredSpeed {
    private final EntityManager database;
    private final Clock clock;

    MeasuredSpeed(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public void put(Speed speed) {
        database.createNativeQuery(
                        """
                        insert into engine_speed (layer_step, multiply_add, number, update_operation, measured_at)
                        values (:step, :add, :number, :update, :now)
                        on conflict (only_one) do update set layer_step = excluded.layer_step,
                            multiply_add = excluded.multiply_add, number = excluded.number,
                            update_operation = excluded.update_operation, measured_at = excluded.measured_at
                        """)
                .setParameter("step", speed.layerStep())
                .setParameter("add", speed.multiplyAdd())
                .setParameter("number", speed.number())
                .setParameter("update", speed.updateOperation())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Nothing until a replica has measured for the first time. */
    @Transactional
    public Optional<Speed> get() {
        List<?> rows =
                database.createNativeQuery(
                                "select layer_step, multiply_add, number, update_operation from engine_speed",
                                Speed.class)
                        .getResultList();
        return rows.stream().map(Speed.class::cast).findFirst();
    }
}
