package descent.question;

import descent.question.answer.ChoiceAnswer;
import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.drawn.Input;
import descent.question.notation.Spelling;
import descent.question.tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * To each left side belongs a right side. Right sides that read the same are one.
 *
 * @param extra right sides that belong to none
 */
public record Matching(Basics basics, List<Pair> pairs, List<String> extra) implements Question {
    /**
     * What belongs together.
     *
     * @param feedback said to whatever was matched with it
     */
    public record Pair(String id, String left, String right, String feedback) {}

    public Matching {
        pairs = List.copyOf(pairs);
        extra = List.copyOf(extra);
        if (pairs.size() < 2) {
            throw new IllegalArgumentException("2 pairs or more are matched");
        }
        Option.different("pair", pairs, Pair::id);
        Option.differentTexts("left side", pairs, Pair::left);
        Option.differentTexts("extra right side", extra, text -> text);
        var rights = pairs.stream().map(pair -> Spelling.ofWords(pair.right, false)).toList();
        if (rights.stream().distinct().count() + extra.size() < 2) {
            throw new IllegalArgumentException("there must be 2 right sides or more to choose of");
        }
        for (var text : extra) {
            if (rights.contains(Spelling.ofWords(text, false))) {
                throw new IllegalArgumentException(
                        "extra right side '" + text + "' belongs to a pair");
            }
        }
    }

    static Matching read(Basics basics, Fields fields) {
        var pairs = fields.list("pairs", Matching::pair);
        var extra = fields.textsOrNone("extra");
        return fields.made(() -> new Matching(basics, pairs, extra));
    }

    private static Pair pair(Fields fields) {
        var id = fields.id("id");
        var left = fields.text("left");
        var right = fields.text("right");
        var feedback = fields.text("feedback");
        return fields.made(() -> new Pair(id, left, right, feedback));
    }

    void ask(Draw draw) {
        var rights = new LinkedHashMap<String, Input.Option>();
        for (var pair : pairs) {
            rights.computeIfAbsent(
                    Spelling.ofWords(pair.right, false),
                    _ -> new Input.Option(draw.word("right/" + pair.id), pair.right));
        }
        var options = new ArrayList<>(rights.values());
        for (var text : extra) {
            options.add(new Input.Option(draw.word("extra/" + text), text));
        }
        var choices = draw.shuffled(options, _ -> false);
        for (var pair : draw.shuffled(pairs, _ -> false)) {
            var input = draw.word(pair.id);
            var right = rights.get(Spelling.ofWords(pair.right, false));
            draw.ask(
                    new Input.Choice(input, pair.left, choices, false),
                    new ChoiceAnswer(
                            choices.stream()
                                    .map(o -> new ChoiceAnswer.Option(o.id(), o == right, ""))
                                    .toList(),
                            Scoring.ALL_OR_NOTHING,
                            pair.feedback));
        }
    }
}
