package descent.lesson.reading;

import descent.account.CurrentPerson;
import descent.activity.Activity.LessonOpened;
import descent.activity.Activity.LessonRead;
import descent.activity.ActivityHistory;
import descent.activity.ActivityLog;
import descent.enrolment.Enrolments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Follows those who take a course through its lessons. */
@ApplicationScoped
public class FollowReading {
    /** Who comes back to the same lesson within it has not left it. */
    private static final Duration SAME_VISIT = Duration.ofMinutes(30);

    private final CurrentPerson person;
    private final Enrolments enrolments;
    private final ActivityLog activities;
    private final ActivityHistory history;
    private final Clock clock;

    FollowReading(
            CurrentPerson person,
            Enrolments enrolments,
            ActivityLog activities,
            ActivityHistory history,
            Clock clock) {
        this.person = person;
        this.enrolments = enrolments;
        this.activities = activities;
        this.history = history;
        this.clock = clock;
    }

    /** The sender of this request opens a lesson. */
    @Transactional
    public LessonStanding opened(String courseId, String lessonId) {
        var reader = reader(courseId);
        if (reader.isEmpty()) {
            return LessonStanding.PASSING;
        }
        var id = reader.get();
        var now = clock.instant();
        var place = place(id, courseId);
        boolean cameBack = place.lessonId.equals(lessonId);
        if (!cameBack || place.at.isBefore(now.minus(SAME_VISIT))) {
            activities.record(new LessonOpened(id, courseId, lessonId));
        }
        place.move(lessonId, cameBack ? place.section : "", now);
        return history.lessonsRead(id, courseId).contains(lessonId)
                ? LessonStanding.READ
                : LessonStanding.READING;
    }

    /** The sender has come to a section of it. */
    @Transactional
    public void reached(String courseId, String lessonId, String section) {
        reader(courseId)
                .ifPresent(id -> place(id, courseId).move(lessonId, section, clock.instant()));
    }

    /** The sender says that it is read; said again it changes nothing. */
    @Transactional
    public void finished(String courseId, String lessonId) {
        reader(courseId)
                .filter(id -> !history.lessonsRead(id, courseId).contains(lessonId))
                .ifPresent(id -> activities.record(new LessonRead(id, courseId, lessonId)));
    }

    /** Of an author who only looks at the course as a learner would, nothing is kept. */
    private Optional<UUID> reader(String courseId) {
        return person.id()
                .filter(id ->
                        person.viewedCourse().isEmpty() && enrolments.isEnrolled(id, courseId));
    }

    private static ReadingPlace place(UUID personId, String courseId) {
        return ReadingPlace.of(personId, courseId)
                .orElseGet(() -> ReadingPlace.begun(personId, courseId));
    }
}
