package descent.flashcard.study;

import descent.flashcard.scheduling.DailyLimits;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
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

    SettingsRow(Key key) {
        this.key = key;
    }

    static StudySettings of(UUID personId, String courseId) {
        return SettingsRow.<SettingsRow>findByIdOptional(new Key(personId, courseId))
                .map(SettingsRow::settings)
                .orElse(StudySettings.DEFAULT);
    }

    static void keep(UUID personId, String courseId, StudySettings settings) {
        var key = new Key(personId, courseId);
        Optional<SettingsRow> known = findByIdOptional(key);
        var row = known.orElseGet(() -> new SettingsRow(key));
        row.desiredRetention = settings.desiredRetention();
        row.maximumInterval = settings.maximumInterval();
        row.newPerDay = settings.limits().newCards();
        row.reviewsPerDay = settings.limits().reviews();
        row.exam = settings.exam();
        row.typed = settings.typed();
        row.persist();
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
