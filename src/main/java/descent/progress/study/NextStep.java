package descent.progress.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to do next in a course, and why just that.
 *
 * @param what as a button says it
 * @param address where it is done
 */
public record NextStep(String what, String address, String reason) {
    /** Something on a page of its own. */
    public record Goal(String title, String address) {}

    /**
     * A concept whose questions were answered badly.
     *
     * @param percent of the points that were reached
     */
    public record Weakness(Goal concept, int percent) {}

    /**
     * How things stand in a course.
     *
     * @param attempt at a test that is under way
     * @param timeLeft of that attempt, in words
     * @param called cards that missed questions call for
     * @param due cards to be repeated today
     * @param weakest of the concepts that are not yet known
     * @param unread the first lesson that is not read
     * @param fresh new cards for today
     * @param test the first one still to be passed
     */
    public record Situation(
            Optional<Goal> attempt,
            String timeLeft,
            int called,
            int due,
            Optional<Weakness> weakest,
            Optional<Goal> unread,
            int fresh,
            Optional<Goal> test,
            String cards) {}

    /** What cannot wait comes first, then what fades, then what is weak, then what is new. */
    public static List<NextStep> of(Situation now) {
        return Stream.of(
                        attempt(now),
                        called(now),
                        due(now),
                        now.weakest().map(NextStep::strengthen),
                        now.unread().map(NextStep::read),
                        fresh(now),
                        now.test().map(NextStep::pass))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NextStep> attempt(Situation now) {
        return now.attempt()
                .map(attempt ->
                        new NextStep(
                                "Go on with " + attempt.title(),
                                attempt.address(),
                                "Its time is running: %s left.".formatted(now.timeLeft())));
    }

    private static Optional<NextStep> called(Situation now) {
        return now.called() == 0
                ? Optional.empty()
                : Optional.of(
                        new NextStep(
                                "Review " + cards(now.called() + now.due()),
                                now.cards(),
                                "Questions that you missed call for %s."
                                        .formatted(cards(now.called()))));
    }

    private static Optional<NextStep> due(Situation now) {
        return now.due() == 0 || now.called() > 0
                ? Optional.empty()
                : Optional.of(
                        new NextStep(
                                "Review " + cards(now.due()),
                                now.cards(),
                                "You are about to forget them: this is when repeating helps most."));
    }

    private static Optional<NextStep> fresh(Situation now) {
        return now.fresh() == 0
                ? Optional.empty()
                : Optional.of(
                        new NextStep(
                                "Learn %d new %s"
                                        .formatted(
                                                now.fresh(), now.fresh() == 1 ? "card" : "cards"),
                                now.cards(),
                                "They are what you planned to learn today."));
    }

    private static NextStep strengthen(Weakness weak) {
        return new NextStep(
                "Look again at " + weak.concept().title(),
                weak.concept().address(),
                "So far your answers on it reached %d %% of the points.".formatted(weak.percent()));
    }

    private static NextStep read(Goal lesson) {
        return new NextStep(
                "Read " + lesson.title(),
                lesson.address(),
                "It is the next lesson that you have not read.");
    }

    private static NextStep pass(Goal test) {
        return new NextStep(
                "Take " + test.title(),
                test.address(),
                "Passing it is part of completing the course.");
    }

    private static String cards(int count) {
        return count == 1 ? "1 card" : count + " cards";
    }
}
