package descent.progress.certificate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** That somebody has completed a course. Never changed: it says what was so when it was made. */
@Entity
public class Certificate extends PanacheEntityBase {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Id public String code;
    public UUID personId;
    public String courseId;
    public String name;
    public String title;

    /** What was done for it, a line each. */
    public String facts;

    public Instant issuedAt;

    /** The day that it was where the person lives. */
    public LocalDate issuedOn;

    protected Certificate() {}

    static Optional<Certificate> with(CertificateCode code) {
        return findByIdOptional(code.digits());
    }

    static Optional<Certificate> of(UUID personId, String courseId) {
        return find("personId = ?1 and courseId = ?2", personId, courseId).firstResultOptional();
    }

    public String shownCode() {
        return new CertificateCode(code).text();
    }

    /** Where anybody can see that it is genuine. */
    public String path() {
        return "/certificates/" + shownCode();
    }

    public String date() {
        return DATE.format(issuedOn);
    }

    public List<String> lines() {
        return facts.lines().toList();
    }
}
