package descent.question;

import descent.question.tree.FieldProblem;
import descent.question.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads a question from a neutral tree, as a YAML file or an import has it. */
public final class QuestionReader {
    private static final Map<String, Function<Fields, Question>> TYPES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("single-choice", with(SingleChoice::read)),
                            Map.entry("multiple-choice", with(MultipleChoice::read)),
                            Map.entry("true-false", with(TrueFalse::read)),
                            Map.entry("numerical", with(Numerical::read)),
                            Map.entry("short-answer", with(ShortAnswer::read)),
                            Map.entry("matching", with(Matching::read)),
                            Map.entry("ordering", with(Ordering::read)),
                            Map.entry("cloze", with(Cloze::read)),
                            Map.entry("hot-spot", with(HotSpot::read)),
                            Map.entry("formula", with(Formula::read)),
                            Map.entry("generated", Generated::read),
                            Map.entry("written", with(Written::read)),
                            Map.entry("experiment", with(Experiment::read))));

    /** A tree that is no question; all that is wrong with it. */
    public static final class UnreadableQuestion extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<FieldProblem> problems;

        UnreadableQuestion(List<FieldProblem> problems) {
            super(String.join("; ", problems.stream().map(FieldProblem::toString).toList()));
            this.problems = problems;
        }

        public List<FieldProblem> problems() {
            return problems;
        }
    }

    private QuestionReader() {}

    /**
     * @param tree of maps, lists, texts, numbers and booleans
     * @throws UnreadableQuestion when it is no question
     */
    public static Question read(Map<?, ?> tree) {
        var outcome = Fields.read(tree, QuestionReader::question);
        if (outcome.value() instanceof Question question) {
            return question;
        }
        throw new UnreadableQuestion(outcome.problems());
    }

    private static Question question(Fields fields) {
        var reader = fields.oneOf("type", TYPES);
        return reader.apply(fields);
    }

    private static Function<Fields, Question> with(BiFunction<Basics, Fields, Question> reader) {
        return fields -> reader.apply(Basics.read(fields), fields);
    }

    static String typeOf(Question question) {
        return switch (question) {
            case SingleChoice _ -> "single-choice";
            case MultipleChoice _ -> "multiple-choice";
            case TrueFalse _ -> "true-false";
            case Numerical _ -> "numerical";
            case ShortAnswer _ -> "short-answer";
            case Matching _ -> "matching";
            case Ordering _ -> "ordering";
            case Cloze _ -> "cloze";
            case HotSpot _ -> "hot-spot";
            case Formula _ -> "formula";
            case Generated _ -> "generated";
            case Written _ -> "written";
            case Experiment _ -> "experiment";
        };
    }
}
