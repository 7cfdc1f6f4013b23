package descent.progress.home;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
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

    static List<UUID> whoWantReminders() {
        return WishRow.find("select personId from WishRow where reminders order by personId")
                .project(UUID.class)
                .list();
    }

    /** Made where there is none. Of two wishes that come at once, one makes the row. */
    static WishRow begun(UUID personId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into study_wish (person_id) values (?1) on conflict do nothing")
                .setParameter(1, personId)
                .executeUpdate();
        return WishRow.<WishRow>findByIdOptional(personId).orElseThrow();
    }
}
