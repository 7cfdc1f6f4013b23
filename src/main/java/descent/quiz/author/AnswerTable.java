package descent.quiz.author;

import descent.question.answer.ChoiceAnswer;
import descent.question.answer.State;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Grade;
import descent.question.drawn.Input;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.author.TestData.Whole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What learners answered to one question: of a choice each option, also those nobody took; of what
 * is typed the most frequent answers.
 */
record AnswerTable(List<Line> lines) {
    private static final int MOST_TYPED = 15;

    /**
     * One answer.
     *
     * @param part the author's id of the input; empty where there is one
     * @param text Markdown of an option, or what was typed
     * @param times how often it was given
     * @param meanShare of the whole test's points, of those who gave it, in percent
     */
    public record Line(
            String part, String text, boolean option, boolean right, int times, double meanShare) {}

    private static final class Tally {
        private final String part;
        private final String text;
        private final boolean option;
        private boolean right;
        private int times;
        private double shares;

        Tally(String part, String text, boolean option) {
            this.part = part;
            this.text = text;
            this.option = option;
        }

        Line line() {
            return new Line(
                    part, text, option, right, times, times == 0 ? 0 : 100 * shares / times);
        }
    }

    static AnswerTable of(String questionId, List<Whole> attempts) {
        var tallies = new LinkedHashMap<String, Tally>();
        for (var whole : attempts) {
            for (var question : whole.questions()) {
                if (question.questionId.equals(questionId)) {
                    add(whole, question, tallies);
                }
            }
        }
        var lines = new ArrayList<>(tallies.values().stream().map(Tally::line).toList());
        var typed =
                lines.stream()
                        .filter(line -> !line.option)
                        .sorted(Comparator.comparing(Line::times).reversed())
                        .skip(MOST_TYPED)
                        .toList();
        lines.removeAll(typed);
        lines.sort(
                Comparator.comparing(Line::part)
                        .thenComparing(Line::times, Comparator.reverseOrder()));
        return new AnswerTable(lines);
    }

    private static void add(Whole whole, AttemptQuestion question, Map<String, Tally> tallies) {
        var drawn = question.drawn();
        var response = whole.sheet().to(question.number()).response();
        double share = whole.attempt().share().doubleValue();
        for (var input : drawn.asked().inputs()) {
            var part =
                    drawn.asked().inputs().size() == 1
                            ? ""
                            : drawn.key().names().getOrDefault(input.id(), input.id());
            var given = response.to(input.id());
            var options = options(input);
            options.forEach((id, text) -> {
                var tally = tally(tallies, part, drawn.key().names().getOrDefault(id, id), text);
                tally.right = isRight(drawn, input.id(), id);
                count(tally, given.contains(id), share);
            });
            if (options.isEmpty() && !isOrder(input)) {
                for (var value : given) {
                    var tally = typed(tallies, part, value);
                    tally.right |= isRight(whole, question, input.id());
                    count(tally, !value.isBlank(), share);
                }
            }
        }
    }

    private static Tally tally(Map<String, Tally> tallies, String part, String id, String text) {
        return tallies.computeIfAbsent(part + "/" + id, _ -> new Tally(part, text, true));
    }

    private static Tally typed(Map<String, Tally> tallies, String part, String value) {
        var text = value.strip();
        return tallies.computeIfAbsent(part + "//" + text, _ -> new Tally(part, text, false));
    }

    private static void count(Tally tally, boolean given, double share) {
        if (given) {
            tally.times++;
            tally.shares += share;
        }
    }

    private static boolean isOrder(Input input) {
        return input instanceof Input.Ordering || input instanceof Input.Essay;
    }

    private static Map<String, String> options(Input input) {
        var options = new LinkedHashMap<String, String>();
        switch (input) {
            case Input.Choice choice ->
                    choice.options().forEach(o -> options.put(o.id(), o.text()));
            case Input.Spot spot -> spot.regions().forEach(r -> options.put(r.id(), r.label()));
            case Input.Ordering _,
                    Input.NumberField _,
                    Input.TextField _,
                    Input.FormulaField _,
                    Input.Configuration _,
                    Input.Essay _ -> {}
        }
        return options;
    }

    private static boolean isRight(DrawnQuestion drawn, String input, String option) {
        return drawn.key().answers().get(input) instanceof ChoiceAnswer answer
                && answer.options().stream().anyMatch(o -> o.id().equals(option) && o.correct());
    }

    private static boolean isRight(Whole whole, AttemptQuestion question, String input) {
        var given = whole.grades().get(question.number());
        return given != null
                && given.grade().parts().stream()
                        .filter(part -> part.input().equals(input))
                        .map(Grade.Part::state)
                        .anyMatch(State.RIGHT::equals);
    }
}
