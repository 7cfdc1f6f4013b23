package descent.shared.throttle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The tries under one key. */
@Entity
@Table(name = "throttle")
class ThrottleRow extends PanacheEntityBase {
    @Id
    @Column(name = "key")
    public String key;

    public int tries;
    public Instant since;
    public Instant last;

    protected ThrottleRow() {}

    Tries tries() {
        return new Tries(tries, since, last);
    }

    void set(Tries value) {
        tries = value.count();
        since = value.since();
        last = value.last();
    }
}
