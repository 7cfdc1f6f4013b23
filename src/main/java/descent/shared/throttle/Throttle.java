package descent.shared.throttle;

import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts tries, in rows that all replicas share. A try is counted before it is made, in a
 * transaction of its own, so that a hundred at once are counted as a hundred; one that turns out to
 * be honest is given back.
 */
@ApplicationScoped
public class Throttle {
    private final EntityManager database;
    private final Clock clock;

    Throttle(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Refuses what would be refused by {@link #take}, without counting.
     *
     * @throws Problem 429
     */
    public void check(String key, Limit limit) {
        QuarkusTransaction.joiningExisting()
                .run(() -> {
                    var now = clock.instant();
                    ThrottleRow.<ThrottleRow>findByIdOptional(key)
                            .map(ThrottleRow::tries)
                            .filter(tries -> !limit.isForgotten(tries, now))
                            .ifPresent(tries -> refuse(tries, limit, now));
                });
    }

    /**
     * Counts one try.
     *
     * @throws Problem 429 when there is none left; it is not counted then
     */
    public void take(String key, Limit limit) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var now = clock.instant();
                    var row = locked(key, now);
                    var tries = limit.isForgotten(row.tries(), now) ? Tries.none(now) : row.tries();
                    refuse(tries, limit, now);
                    row.set(tries.oneMore(now));
                });
    }

    /** Gives one try back. */
    public void giveBack(String key) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        ThrottleRow.update("tries = tries - 1 where key = ?1 and tries > 0", key));
    }

    /** Forgets all tries: with the caller's transaction, where there is one. */
    public void forget(String key) {
        QuarkusTransaction.joiningExisting().run(() -> ThrottleRow.deleteById(key));
    }

    private ThrottleRow locked(String key, Instant now) {
        database.createNativeQuery(
                        "insert into throttle (key, tries, since, last) values (?1, 0, ?2, ?2)"
                                + " on conflict (key) do nothing")
                .setParameter(1, key)
                .setParameter(2, now)
                .executeUpdate();
        return ThrottleRow.findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    private static void refuse(Tries tries, Limit limit, Instant now) {
        limit.closedUntil(tries)
                .filter(until -> until.isAfter(now))
                .ifPresent(until -> {
                    var wait = Duration.between(now, until);
                    throw Problem.tooMany(
                            "This was tried too often. Try again in " + inWords(wait) + ".", wait);
                });
    }

    private static String inWords(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return seconds <= 1
                ? "a second"
                : seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
