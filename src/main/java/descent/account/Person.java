package descent.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with an account. Other rooms hold the id alone. */
@Entity
public class Person extends PanacheEntityBase {
    @Id public UUID id;

    public String name;

    /** In lower case; unique. */
    public String email;

    @Enumerated(EnumType.STRING)
    public Role role;

    /** Days, dates and deadlines are shown in it. */
    public ZoneId timeZone;

    public Instant createdAt;

    /** Since when the person may not sign in any more. */
    public @Nullable Instant disabledAt;

    /** Since when signing in takes a one-time code beside the password. */
    public @Nullable Instant codesSince;

    protected Person() {}

    public Person(
            UUID id, String name, EmailAddress email, Role role, ZoneId timeZone, Instant now) {
        this.id = id;
        this.name = name;
        this.email = email.text();
        this.role = role;
        this.timeZone = timeZone;
        this.createdAt = now;
    }

    public static Optional<Person> withEmail(EmailAddress email) {
        return find("email", email.text()).firstResultOptional();
    }

    public boolean mayEdit() {
        return role != Role.LEARNER;
    }
}
