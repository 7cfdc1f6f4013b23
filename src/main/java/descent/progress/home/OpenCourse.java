package descent.progress.home;

import descent.activity.Activity.QuestionAnswered;
import descent.activity.ActivityHistory;
import descent.activity.ActivityHistory.Deed;
import descent.audio.page.Position;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.MockTest;
import descent.course.material.ReviewPolicy;
import descent.course.material.Syllabus;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import descent.flashcard.study.CardBoxes;
import descent.lesson.margin.MarginNote;
import descent.lesson.reading.ReadingPlace;
import descent.progress.home.CourseProgress.OpenAttempt;
import descent.progress.home.CourseProgress.Place;
import descent.progress.mastery.Mastery;
import descent.progress.mastery.Mastery.Answered;
import descent.progress.study.NextStep;
import descent.quiz.attempt.Attempt;
import descent.quiz.rules.Tests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up where somebody is in a course. */
@ApplicationScoped
public class OpenCourse {
    /** Then an answer weighs less than a four-thousandth. */
    private static final Duration REMEMBERED = Mastery.HALF_LIFE.multipliedBy(12);

    private final ActivityHistory history;
    private final CardBoxes boxes;
    private final Tests tests;
    private final Clock clock;

    OpenCourse(ActivityHistory history, CardBoxes boxes, Tests tests, Clock clock) {
        this.history = history;
        this.boxes = boxes;
        this.tests = tests;
        this.clock = clock;
    }

    @Transactional
    public CourseProgress of(UUID personId, Course course) {
        var now = clock.instant();
        var box = boxes.open(personId, course);
        var read = history.lessonsRead(personId, course.id());
        var completion = course.syllabus().content().map(Syllabus::completion);
        var passed = testsPassed(personId, course, now);
        var toPass =
                completion.stream()
                        .flatMap(rule -> rule.testsPassed().stream())
                        .filter(test -> !passed.contains(test))
                        .flatMap(test -> course.test(test).stream())
                        .map(test -> goal(course, test))
                        .toList();
        return new CourseProgress(
                course,
                ReadingPlace.of(personId, course.id()).flatMap(place -> place(course, place)),
                Position.last(personId, course.id()).flatMap(at -> listening(course, at)),
                attempts(personId, course, now),
                box.queue(_ -> true),
                Optional.ofNullable(box.settings().exam()),
                box.now().day(),
                read,
                concepts(personId, course, box, now),
                toPass,
                completion.map(rule -> isMet(rule, read, passed)).orElse(false),
                MarginNote.count(personId, course.id()));
    }

    /** A rule that asks for nothing is none. */
    private static boolean isMet(Syllabus.Completion rule, Set<String> read, Set<String> passed) {
        return !(rule.lessonsRead().isEmpty() && rule.testsPassed().isEmpty())
                && read.containsAll(rule.lessonsRead())
                && passed.containsAll(rule.testsPassed());
    }

    private static NextStep.Goal goal(Course course, MockTest test) {
        return new NextStep.Goal(
                test.title(), "/courses/%s/tests/%s".formatted(course.id(), test.id()));
    }

    private static Optional<Place> place(Course course, ReadingPlace place) {
        return course.lesson(place.lessonId)
                .map(lesson ->
                        lesson.section(place.section)
                                .map(section ->
                                        new Place(
                                                lesson.title(),
                                                section.title(),
                                                address(course, lesson) + "#" + section.id()))
                                .orElseGet(() ->
                                        new Place(lesson.title(), "", address(course, lesson))));
    }

    private static Optional<Place> listening(Course course, Position position) {
        var track = position.key.track();
        return course.lesson(position.key.lessonId())
                .map(lesson ->
                        new Place(
                                lesson.title(),
                                track.label(),
                                address(course, lesson) + "/listen/" + track.path()));
    }

    private static String address(Course course, Lesson lesson) {
        return "/courses/%s/lessons/%s".formatted(course.id(), lesson.id());
    }

    private static List<OpenAttempt> attempts(UUID personId, Course course, Instant now) {
        return Attempt.<Attempt>list(
                        "personId = ?1 and courseId = ?2 and state = OPEN and testId <> '' and deadline > ?3"
                                + " order by deadline",
                        personId,
                        course.id(),
                        now)
                .stream()
                .map(attempt ->
                        new OpenAttempt(
                                attempt.title,
                                "/attempts/" + attempt.id,
                                words(attempt.remaining(now))))
                .toList();
    }

    static String words(Duration left) {
        if (left.toMinutes() < 1) {
            return "less than a minute";
        }
        if (left.toHours() < 1) {
            return left.toMinutes() == 1 ? "1 minute" : left.toMinutes() + " minutes";
        }
        return "%d h %d min".formatted(left.toHours(), left.toMinutesPart());
    }

    /** As far as the learner may know it. */
    private Set<String> testsPassed(UUID personId, Course course, Instant now) {
        return Attempt.<Attempt>list(
                        "personId = ?1 and courseId = ?2 and state = GRADED and testId <> ''",
                        personId,
                        course.id())
                .stream()
                .filter(Attempt::isPassed)
                .filter(attempt ->
                        attempt.visible(
                                        tests.find(course.id(), attempt.testId, personId)
                                                .map(Tests.Test::rules),
                                        now)
                                .contains(ReviewPolicy.Part.OVERALL))
                .map(attempt -> attempt.testId)
                .collect(Collectors.toSet());
    }

    private List<ConceptProgress> concepts(UUID personId, Course course, CardBox box, Instant now) {
        Map<String, List<Answered>> answers =
                history.answers(personId, course.id(), now.minus(REMEMBERED)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        OpenCourse::concept,
                                        Collectors.mapping(
                                                OpenCourse::answered, Collectors.toList())));
        Map<String, List<BoxCard>> cards =
                box.cards().stream()
                        .filter(card -> !card.suspended())
                        .collect(Collectors.groupingBy(card -> card.note().concept()));
        return course.lessons().stream()
                .flatMap(lesson ->
                        lesson.concepts().list(concepts -> concepts.keyConcepts()).stream()
                                .map(concept ->
                                        new ConceptProgress(
                                                lesson,
                                                concept,
                                                Mastery.of(
                                                        answers.getOrDefault(
                                                                concept.id(), List.of()),
                                                        now),
                                                cards.getOrDefault(concept.id(), List.of()).stream()
                                                        .map(card ->
                                                                ConceptProgress.Remembered.of(
                                                                        card, box))
                                                        .toList())))
                .toList();
    }

    private static String concept(Deed deed) {
        return deed.activity() instanceof QuestionAnswered answer ? answer.concept() : "";
    }

    private static Answered answered(Deed deed) {
        var fraction =
                deed.activity() instanceof QuestionAnswered answer
                        ? answer.fraction().doubleValue()
                        : 0;
        return new Answered(Math.clamp(fraction, 0, 1), deed.at());
    }
}
