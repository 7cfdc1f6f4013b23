package descent.progress.home;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person wants of the home page. */
@Entity
@Table(name = "study_wish")
class WishRow extends PanacheEntityBase {
    @Id public UUID personId;
    public int weeklyMinutes;
    public boolean reminders;

    /** The person's day on which the last reminder went out. */
    public @Nullable LocalDate remindedOn;

    protected WishRow() {}

    WishRow(UUID personId) {
        this.personId = personId;
    }
}
