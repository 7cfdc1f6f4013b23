package descent.shared.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A mail to be sent, or sent: to whom and of which kind, never what it says. */
@Entity
public class OutboxMail extends PanacheEntityBase {
    /** After so many tries, the last about a day after the first, it has failed. */
    private static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** How far a mail is. */
    public enum State {
        WAITING,
        SENT,
        /** The recipient wants no such mail. */
        DECLINED,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public String recipient;
    public String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> about;

    @Enumerated(EnumType.STRING)
    public State state;

    public int tries;
    public Instant createdAt;

    /** When it is tried (again). */
    public Instant dueAt;

    public @Nullable Instant doneAt;

    protected OutboxMail() {}

    OutboxMail(String recipient, String kind, Map<String, String> about, Instant now) {
        this.recipient = recipient;
        this.kind = kind;
        this.about = about;
        this.state = State.WAITING;
        this.createdAt = now;
        this.dueAt = now;
    }

    void done(State how, Instant now) {
        state = how;
        doneAt = now;
        tries++;
    }

    /** Waits longer each time: 1, 3, 9 … minutes. */
    void failed(Instant now) {
        tries++;
        if (tries >= TRIES) {
            state = State.FAILED;
            doneAt = now;
        } else {
            dueAt = now.plus(FIRST_PAUSE.multipliedBy((long) Math.pow(3, tries - 1)));
        }
    }
}
