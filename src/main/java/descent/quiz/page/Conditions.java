package descent.quiz.page;

import descent.course.material.ReviewPolicy.Part;
import descent.course.material.ReviewPolicy.Phase;
import descent.quiz.rules.TestRules;
import descent.quiz.view.Marks;
import descent.shared.web.Times;

/**
 * The rules of a test in words, for whoever is about to begin it.
 *
 * @param dates empty when it is always open
 * @param manner empty when questions are taken in any order
 * @param certainty empty when nobody asks how sure one is
 */
public record Conditions(
        String limit,
        String pass,
        String attempts,
        String review,
        String dates,
        String manner,
        String certainty) {
    static Conditions of(TestRules rules, int made, Times times) {
        return new Conditions(
                Clockwork.words(rules.limit()),
                Marks.percent(rules.pass()),
                attempts(rules, made),
                review(rules),
                dates(rules, times),
                rules.manner().sequential()
                        ? "one after the other; you cannot go back to one that you have left"
                        : "",
                rules.manner().certainty()
                        ? "with each answer you say how sure you are; a right answer earns 1, 2 or"
                                + " 3 times its points, a wrong one loses 0, 2 or 6 times"
                        : "");
    }

    private static String attempts(TestRules rules, int made) {
        var attempts = rules.attempts();
        var many =
                attempts.most() == null
                        ? "as many as you like; you have made " + made
                        : "%d; you have made %d".formatted(attempts.most(), made);
        var pause =
                attempts.coolDown().isZero()
                        ? ""
                        : "; with %s between two".formatted(Clockwork.words(attempts.coolDown()));
        return many
                + pause
                + switch (attempts.counting()) {
                    case BEST -> "; the best counts";
                    case LAST -> "; the last counts";
                    case FIRST -> "; the first counts";
                    case AVERAGE -> "; their average counts";
                };
    }

    private static String review(TestRules rules) {
        var soon = rules.review().in(Phase.WHILE_OPEN);
        if (soon.contains(Part.RIGHT_ANSWER)) {
            return "points, feedback and right answers right after you hand in";
        }
        var later = rules.review().in(Phase.AFTER_CLOSING);
        var rest = rules.dates().closes() == null ? "" : "when the test has closed";
        var points = soon.contains(Part.MARKS) ? "your points right after you hand in" : "";
        if (!later.contains(Part.RIGHT_ANSWER) || rest.isEmpty()) {
            return points.isEmpty() ? "not shown" : points + "; right answers are not shown";
        }
        return points.isEmpty() ? rest : points + "; the rest " + rest;
    }

    private static String dates(TestRules rules, Times times) {
        var opens = rules.dates().opens();
        var closes = rules.dates().closes();
        var from = opens == null ? "" : "from " + times.dateTimeZone(opens);
        var until = closes == null ? "" : "until " + times.dateTimeZone(closes);
        return (from + " " + until).strip();
    }
}
