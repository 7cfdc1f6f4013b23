package descent.flashcard.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Changes how somebody is asked: what is planned already is planned anew. */
@ApplicationScoped
public class ChangeSettings {
    @Transactional
    public StudySettings of(UUID personId, String courseId) {
        return SettingsRow.of(personId, courseId);
    }

    @Transactional
    public void to(UUID personId, String courseId, StudySettings settings) {
        SettingsRow.keep(personId, courseId, settings);
        var scheduler = settings.scheduler();
        Flashcard.<Flashcard>find(
                        "personId = ?1 and courseId = ?2 order by note, side", personId, courseId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(row -> row.stand(scheduler.replan(row.card())));
    }
}
