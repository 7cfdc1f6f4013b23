package descent.question;

import descent.question.answer.ChoiceAnswer;
import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.drawn.Input;
import descent.question.notation.Spelling;
import descent.question.tree.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Something to choose.
 *
 * @param feedback said when it is chosen
 * @param pinned it keeps its place, as "all of the above" must
 */
public record Option(String id, String text, String feedback, boolean correct, boolean pinned) {
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    static List<Option> readAll(Fields fields) {
        return fields.list("options", Option::read);
    }

    private static Option read(Fields fields) {
        var id = fields.id("id");
        var text = fields.text("text");
        var feedback = fields.text("feedback");
        boolean correct = fields.flagOr("correct", false);
        boolean pinned = fields.flagOr("pinned", false);
        return fields.made(() -> new Option(id, text, feedback, correct, pinned));
    }

    static List<Option> checked(List<Option> options) {
        if (options.size() < FEWEST || options.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d to %d options are expected, there are %d"
                            .formatted(FEWEST, MOST, options.size()));
        }
        different("option", options, Option::id);
        differentTexts("option", options, Option::text);
        return List.copyOf(options);
    }

    /** Refuses a list in which two are called the same. */
    static <T> void different(String what, List<T> items, Function<T, String> id) {
        var seen = new HashSet<String>();
        for (var item : items) {
            if (!seen.add(id.apply(item))) {
                throw new IllegalArgumentException(
                        "two " + what + "s have the id " + id.apply(item));
            }
        }
    }

    /** Refuses a list in which two read the same. */
    static <T> void differentTexts(String what, List<T> items, Function<T, String> text) {
        var seen = new HashSet<String>();
        for (var item : items) {
            // Formulas differ by case: $W$ is not $w$.
            if (!seen.add(Spelling.ofWords(text.apply(item), text.apply(item).contains("$")))) {
                throw new IllegalArgumentException(
                        "two " + what + "s read '" + text.apply(item) + "'");
            }
        }
    }

    /** Adds to a drawing the choice among these options. */
    static void ask(
            Draw draw, String input, List<Option> options, Scoring scoring, boolean several) {
        var prefix = input.equals(Draw.ANSWER) ? "" : input + "/";
        var drawn = draw.shuffled(options, Option::pinned);
        draw.ask(
                new Input.Choice(
                        input,
                        "",
                        drawn.stream()
                                .map(o -> new Input.Option(draw.word(prefix + o.id), o.text))
                                .toList(),
                        several),
                new ChoiceAnswer(
                        drawn.stream()
                                .map(o ->
                                        new ChoiceAnswer.Option(
                                                draw.word(prefix + o.id), o.correct, o.feedback))
                                .toList(),
                        scoring,
                        ""));
    }
}
