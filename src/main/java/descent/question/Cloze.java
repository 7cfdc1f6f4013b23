package descent.question;

import descent.question.answer.ChoiceAnswer.Scoring;
import descent.question.answer.NumberAnswer;
import descent.question.answer.TextAnswer;
import descent.question.drawn.Input;
import descent.question.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with gaps, written <code>{{gap-id}}</code>; each is a small question of its own. */
public record Cloze(Basics basics, List<Gap> gaps) implements Question {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z0-9]+(?:-[a-z0-9]+)*)}}");

    /** A gap and what belongs into it. */
    public sealed interface Gap {
        String id();

        /** One of the options. */
        record Choice(String id, List<Option> options) implements Gap {
            public Choice {
                options = SingleChoice.checked(options);
            }
        }

        /** A number. */
        record Number(String id, NumberAnswer answer) implements Gap {}

        /** A word or a few. */
        record Text(String id, TextAnswer answer) implements Gap {}
    }

    private enum Kind {
        CHOICE,
        NUMERICAL,
        TEXT
    }

    public Cloze {
        gaps = List.copyOf(gaps);
        Option.different("gap", gaps, Gap::id);
        var written = GAP.matcher(basics.text()).results().map(found -> found.group(1)).toList();
        var defined = new TreeSet<>(gaps.stream().map(Gap::id).toList());
        if (gaps.isEmpty()
                || written.size() > defined.size()
                || !Set.copyOf(written).equals(defined)) {
            throw new IllegalArgumentException(
                    "each gap stands once in the text: it has %s, gaps has %s"
                            .formatted(written, defined));
        }
    }

    static Cloze read(Basics basics, Fields fields) {
        var gaps = fields.list("gaps", Cloze::gap);
        return fields.made(() -> new Cloze(basics, gaps));
    }

    private static Gap gap(Fields fields) {
        var id = fields.id("id");
        return switch (fields.oneOf("kind", Kind.class)) {
            case CHOICE -> {
                var options = Option.readAll(fields);
                yield fields.made(() -> new Gap.Choice(id, options));
            }
            case NUMERICAL -> {
                var answer = Numerical.answer(fields);
                yield fields.made(() -> new Gap.Number(id, answer));
            }
            case TEXT -> {
                var answer = ShortAnswer.answer(fields);
                yield fields.made(() -> new Gap.Text(id, answer));
            }
        };
    }

    void ask(Draw draw) {
        draw.write(
                GAP.matcher(basics.text())
                        .replaceAll(gap ->
                                Matcher.quoteReplacement("{{" + draw.word(gap.group(1)) + "}}")));
        for (var gap : inOrderOfText()) {
            var input = draw.word(gap.id());
            switch (gap) {
                case Gap.Choice choice ->
                        Option.ask(draw, input, choice.options(), Scoring.ALL_OR_NOTHING, false);
                case Gap.Number number ->
                        draw.ask(Numerical.field(input, number.answer()), number.answer());
                case Gap.Text text -> draw.ask(new Input.TextField(input, ""), text.answer());
            }
        }
    }

    private List<Gap> inOrderOfText() {
        var sorted = new ArrayList<>(gaps);
        sorted.sort(
                java.util.Comparator.comparing(
                        gap -> basics.text().indexOf("{{" + gap.id() + "}}")));
        return sorted;
    }
}
