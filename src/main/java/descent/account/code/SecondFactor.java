package descent.account.code;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person's app and this site both know. */
@Entity
class SecondFactor extends PanacheEntityBase {
    @Id public UUID personId;

    public byte[] secret;
    public Instant createdAt;

    /**
     * Since when signing in takes a code; empty until the first code has shown that the app works.
     */
    public @Nullable Instant confirmedAt;

    /** The step of the last code that was taken. */
    public long lastStep;

    protected SecondFactor() {}

    /** With this secret where there is none yet. Of two pages opened at once, one makes the row. */
    static SecondFactor begun(UUID personId, byte[] secret, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into second_factor (person_id, secret, created_at, last_step) values (?1, ?2, ?3, 0) on conflict do nothing")
                .setParameter(1, personId)
                .setParameter(2, secret)
                .setParameter(3, now)
                .executeUpdate();
        return SecondFactor.<SecondFactor>findByIdOptional(personId).orElseThrow();
    }

    /** Whether this is the code of about now; takes it, so that it works once. */
    boolean take(String code, Instant now) {
        var step = Totp.stepOf(code, secret, lastStep, now);
        step.ifPresent(taken -> lastStep = taken);
        return step.isPresent();
    }
}
