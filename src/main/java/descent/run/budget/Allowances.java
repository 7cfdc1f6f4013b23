package descent.run.budget;

import descent.account.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Counts the computing that was done for people, by the days of their own time zones. */
@ApplicationScoped
public class Allowances {
    private final EntityManager database;
    private final Clock clock;

    Allowances(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void charge(UUID person, Duration compute) {
        database.createNativeQuery(
                        """
                        insert into compute_use (person_id, day, millis) values (:person, :day, :millis)
                        on conflict (person_id, day) do update set millis = compute_use.millis + excluded.millis
                        """)
                .setParameter("person", person)
                .setParameter("day", today(person))
                .setParameter("millis", compute.toMillis())
                .executeUpdate();
    }

    Duration usedToday(UUID person) {
        var millis =
                (Number)
                        database.createNativeQuery(
                                        "select coalesce(sum(millis), 0) from compute_use where person_id = :person and day = :day")
                                .setParameter("person", person)
                                .setParameter("day", today(person))
                                .getSingleResult();
        return Duration.ofMillis(millis.longValue());
    }

    Duration untilTomorrow(UUID person) {
        var tomorrow = today(person).plusDays(1).atStartOfDay(zone(person)).toInstant();
        return Duration.between(clock.instant(), tomorrow);
    }

    private LocalDate today(UUID person) {
        return LocalDate.ofInstant(clock.instant(), zone(person));
    }

    private static ZoneId zone(UUID person) {
        return Person.<Person>findByIdOptional(person)
                .map(each -> each.timeZone)
                .orElse(ZoneId.of("UTC"));
    }
}
