package descent.quiz.rules;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An allowance and whom it was granted to. */
@Entity
@Table(name = "allowance")
public class GrantedAllowance extends PanacheEntityBase {
    /** For which test it holds when for all of the course. */
    public static final String ALL_TESTS = "";

    @Id public UUID id;

    public String courseId;
    public String testId;

    /** Whom it was granted to: a learner, or else a group of the course. */
    public @Nullable UUID personId;

    /** Empty where it is one learner's. */
    public String groupName;

    public BigDecimal factor;
    public int extraSeconds;
    public int attempts;
    public @Nullable Instant opensAt;
    public @Nullable Instant closesAt;
    public @Nullable UUID grantedBy;
    public Instant grantedAt;

    protected GrantedAllowance() {}

    /** Whom an allowance is for: a learner, or a group by its name. */
    public sealed interface Grantee {
        record Learner(UUID id) implements Grantee {}

        record Group(String name) implements Grantee {
            public Group {
                if (name.isBlank()) {
                    throw new IllegalArgumentException("a group has a name");
                }
            }
        }
    }

    GrantedAllowance(
            String courseId, String testId, Grantee to, Allowance allowance, UUID by, Instant now) {
        this.id = UUID.randomUUID();
        this.courseId = courseId;
        this.testId = testId;
        switch (to) {
            case Grantee.Learner(var id) -> {
                this.personId = id;
                this.groupName = "";
            }
            case Grantee.Group(var name) -> {
                this.personId = null;
                this.groupName = name;
            }
        }
        this.factor = allowance.factor();
        this.extraSeconds = (int) allowance.extra().toSeconds();
        this.attempts = allowance.attempts();
        this.opensAt = allowance.opensAt();
        this.closesAt = allowance.closesAt();
        this.grantedBy = by;
        this.grantedAt = now;
    }

    public Grantee grantee() {
        return personId == null ? new Grantee.Group(groupName) : new Grantee.Learner(personId);
    }

    public Allowance allowance() {
        return new Allowance(factor, Duration.ofSeconds(extraSeconds), attempts, opensAt, closesAt);
    }

    /** The newest first. */
    public static List<GrantedAllowance> inCourse(String courseId) {
        return list("courseId = ?1 order by grantedAt desc", courseId);
    }
}
