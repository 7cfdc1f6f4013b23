package descent.flashcard.study;

import descent.flashcard.scheduling.DailyLimits;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's settings for a course. */
@Entity
@Table(name = "flashcard_settings")
class SettingsRow extends PanacheEntityBase {
    @Embeddable
    record Key(UUID personId, String courseId) {}

    @EmbeddedId public Key key;

    public double desiredRetention;
    public int maximumInterval;
    public int newPerDay;
    public int reviewsPerDay;
    public @Nullable LocalDate exam;
    public boolean typed;

    protected SettingsRow() {}

    static StudySettings of(UUID personId, String courseId) {
        return SettingsRow.<SettingsRow>findByIdOptional(new Key(personId, courseId))
                .map(SettingsRow::settings)
                .orElse(StudySettings.DEFAULT);
    }

    static void keep(UUID personId, String courseId, StudySettings settings) {
        var row = begun(new Key(personId, courseId));
        row.desiredRetention = settings.desiredRetention();
        row.maximumInterval = settings.maximumInterval();
        row.newPerDay = settings.limits().newCards();
        row.reviewsPerDay = settings.limits().reviews();
        row.exam = settings.exam();
        row.typed = settings.typed();
    }

    /** Made where there is none. Of two changes that come at once, one makes the row. */
    private static SettingsRow begun(Key key) {
        var usual = StudySettings.DEFAULT;
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into flashcard_settings
                            (person_id, course_id, desired_retention, maximum_interval, new_per_day, reviews_per_day)
                        values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
                        """)
                .setParameter(1, key.personId())
                .setParameter(2, key.courseId())
                .setParameter(3, usual.desiredRetention())
                .setParameter(4, usual.maximumInterval())
                .setParameter(5, usual.limits().newCards())
                .setParameter(6, usual.limits().reviews())
                .executeUpdate();
        return SettingsRow.<SettingsRow>findByIdOptional(key).orElseThrow();
    }

    StudySettings settings() {
        return new StudySettings(
                desiredRetention,
                maximumInterval,
                new DailyLimits(newPerDay, reviewsPerDay),
                exam,
                typed);
    }
}
