package descent.progress.home;

import descent.activity.Activity.CardReviewed;
import descent.activity.Activity.GameFinished;
import descent.activity.Activity.LessonOpened;
import descent.activity.Activity.LessonRead;
import descent.activity.Activity.QuestionAnswered;
import descent.activity.Activity.ResponseMissed;
import descent.activity.Activity.RunFinished;
import descent.activity.Activity.TestFinished;
import descent.activity.ActivityHistory.Deed;
import descent.course.material.Concepts;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.MockTest;
import descent.course.material.Preset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Something done, in words. */
public record PastDeed(Instant at, String what, String address) {
    static PastDeed of(Deed deed, Course course) {
        return switch (deed.activity()) {
            case LessonOpened(_, _, var lesson) -> lesson(deed, "Opened ", lesson, course);
            case LessonRead(_, _, var lesson) -> lesson(deed, "Read ", lesson, course);
            case QuestionAnswered(_, _, _, var concept, var fraction) ->
                    new PastDeed(
                            deed.at(),
                            "Answered a question on %s: %s of its points"
                                    .formatted(concept(concept, course), percent(fraction)),
                            "");
            case ResponseMissed missed ->
                    new PastDeed(deed.at(), "Missed the question " + missed.subject(), "");
            case TestFinished(_, _, var test, var fraction) ->
                    new PastDeed(
                            deed.at(),
                            "Finished %s: %s of the points"
                                    .formatted(
                                            course.test(test).map(MockTest::title).orElse(test),
                                            percent(fraction)),
                            course.test(test).isPresent()
                                    ? "/courses/%s/tests/%s".formatted(course.id(), test)
                                    : "");
            case RunFinished(_, _, var preset) ->
                    new PastDeed(
                            deed.at(),
                            "Saw the experiment %s to its end"
                                    .formatted(
                                            course.preset(preset)
                                                    .map(Preset::title)
                                                    .orElse(preset)),
                            course.preset(preset).isPresent()
                                    ? "/experiments/presets/%s/%s".formatted(course.id(), preset)
                                    : "");
            case CardReviewed(_, _, var card, var rating) ->
                    new PastDeed(
                            deed.at(),
                            "Reviewed a card: " + rating,
                            "/courses/%s/cards/review?card=%s".formatted(course.id(), card));
            case GameFinished(_, _, var game, var score) ->
                    new PastDeed(
                            deed.at(),
                            "Played %s: %d points".formatted(game.replace('-', ' '), score),
                            "/courses/%s/games/%s".formatted(course.id(), game));
        };
    }

    private static PastDeed lesson(Deed deed, String verb, String id, Course course) {
        var lesson = course.lesson(id);
        return new PastDeed(
                deed.at(),
                verb + lesson.map(Lesson::title).orElse(id),
                lesson.isPresent() ? "/courses/%s/lessons/%s".formatted(course.id(), id) : "");
    }

    private static String concept(String id, Course course) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.concepts().list(Concepts::keyConcepts).stream())
                .filter(concept -> concept.id().equals(id))
                .findFirst()
                .map(Concepts.KeyConcept::term)
                .orElse(id);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %";
    }
}
