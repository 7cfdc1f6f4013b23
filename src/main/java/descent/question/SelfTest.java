package descent.question;

import descent.question.answer.Answer;
import descent.question.answer.ChoiceAnswer;
import descent.question.answer.FormulaAnswer;
import descent.question.answer.Fraction;
import descent.question.answer.NumberAnswer;
import descent.question.answer.OrderAnswer;
import descent.question.answer.RunAnswer;
import descent.question.answer.State;
import descent.question.answer.TextAnswer;
import descent.question.answer.WrittenAnswer;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Grader;
import descent.question.drawn.Grader.Graded;
import descent.question.drawn.RefusedResponse;
import descent.question.drawn.Response;
import descent.question.notation.Wildcards;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question proves itself: its own key is worth 1, wrong answers are worth less, nonsense is
 * invalid, there is something to say to each, and every variant is well defined.
 */
public final class SelfTest {
    private static final int VARIANTS = 200;
    private static final int ORDERS = 5;
    private static final int FEWEST_DIFFERENT = 10;
    private static final String NONSENSE = "?!";

    private final Question question;
    private final Set<String> findings = new LinkedHashSet<>();

    private SelfTest(Question question) {
        this.question = question;
    }

    /**
     * @return what is wrong with it, each a sentence for its author; empty when it proves itself
     */
    public static List<String> findings(Question question) {
        var test = new SelfTest(question);
        boolean generated = question instanceof Generated;
        var variants = new HashSet<List<Object>>();
        for (long seed = 0; seed < (generated ? VARIANTS : ORDERS); seed++) {
            try {
                var drawn = question.draw(seed);
                test.prove(drawn);
                variants.add(List.of(drawn.asked().text(), drawn.key().answers()));
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                test.findings.add("cannot be drawn (seed " + seed + "): " + e.getMessage());
            }
        }
        if (generated && variants.size() < FEWEST_DIFFERENT) {
            test.findings.add(
                    "only %d different variants among %d: give its parameters more room"
                            .formatted(variants.size(), VARIANTS));
        }
        return List.copyOf(test.findings);
    }

    private void prove(DrawnQuestion drawn) {
        var model = new HashMap<String, List<String>>();
        drawn.key().answers().forEach((input, answer) -> model.put(input, answer.model()));
        expectRight(drawn, new Response(model));
        for (var input : drawn.asked().inputs()) {
            if (drawn.key().answers().get(input.id()) instanceof Answer answer) {
                for (var given : wrong(answer)) {
                    expectLess(drawn, with(model, input.id(), given));
                }
                expectReachable(drawn, input.id(), answer);
                expectNonsenseIsInvalid(drawn, with(model, input.id(), List.of(NONSENSE)), answer);
            }
        }
        if (drawn.key().explanation().isBlank()) {
            findings.add("has no explanation");
        }
    }

    private void expectRight(DrawnQuestion drawn, Response response) {
        var graded = Grader.grade(drawn, response, Grader.VERSION);
        if (drawn.key().answers().values().stream().anyMatch(SelfTest::takesMoreThanAKey)) {
            return;
        }
        if (graded.grade().state() != State.RIGHT) {
            findings.add(
                    "its own key %s is worth %s (%s)"
                            .formatted(
                                    response.values().values(),
                                    graded.grade().fraction(),
                                    graded.grade().state()));
        }
        expectFeedback(response, graded);
    }

    /** A person or a run. */
    private static boolean takesMoreThanAKey(Answer answer) {
        return answer instanceof WrittenAnswer || answer instanceof RunAnswer;
    }

    private void expectLess(DrawnQuestion drawn, Response response) {
        var graded = Grader.grade(drawn, response, Grader.VERSION);
        if (graded.grade().fraction().compareTo(Fraction.ONE) >= 0) {
            findings.add("wrong answer %s is worth 1".formatted(response.values().values()));
        }
        expectFeedback(response, graded);
    }

    private void expectFeedback(Response response, Graded graded) {
        for (var part : graded.grade().parts()) {
            if (graded.feedback().to(part.input()).stream().allMatch(r -> r.text().isBlank())) {
                findings.add("says nothing to " + response.to(part.input()));
            }
        }
    }

    private void expectNonsenseIsInvalid(DrawnQuestion drawn, Response response, Answer answer) {
        boolean refused;
        try {
            refused =
                    Grader.grade(drawn, response, Grader.VERSION).grade().state() == State.INVALID;
        } catch (RefusedResponse e) {
            refused = true;
        }
        boolean anyTextCounts = answer instanceof TextAnswer || answer instanceof WrittenAnswer;
        if (!refused && !anyTextCounts) {
            findings.add("takes nonsense for an answer");
        }
    }

    /** Feedback that was written for an answer is given to it. */
    private void expectReachable(DrawnQuestion drawn, String input, Answer answer) {
        var expected = new HashMap<String, String>();
        switch (answer) {
            case NumberAnswer number ->
                    number.slips()
                            .forEach(slip ->
                                    expected.put(
                                            slip.values().middle().toString(), slip.feedback()));
            case TextAnswer text ->
                    text.answers()
                            .forEach(accepted ->
                                    expected.put(
                                            Wildcards.example(accepted.text()),
                                            accepted.feedback()));
            case FormulaAnswer formula ->
                    formula.slips().forEach(slip -> expected.put(slip.answer(), slip.feedback()));
            case ChoiceAnswer _, OrderAnswer _, WrittenAnswer _, RunAnswer _ -> {}
        }
        expected.forEach((given, feedback) -> {
            var verdict = given.isBlank() ? null : answer.judge(List.of(given));
            // A generated slip may coincide with another one, an authored one should not.
            if (!(question instanceof Generated)
                    && verdict != null
                    && verdict.remarks().stream()
                            .noneMatch(remark -> remark.text().equals(feedback))) {
                findings.add(
                        "'%s' has feedback that is never given: another answer comes first"
                                .formatted(given));
            }
        });
    }

    /** Answers that must be worth less than 1. */
    private static List<List<String>> wrong(Answer answer) {
        return switch (answer) {
            case ChoiceAnswer choice -> {
                var ids = choice.options().stream().map(ChoiceAnswer.Option::id).toList();
                var wrong = new ArrayList<List<String>>();
                choice.options().stream()
                        .filter(option -> !option.correct())
                        .forEach(option -> wrong.add(List.of(option.id())));
                if (choice.model().size() > 1) {
                    wrong.add(choice.model().subList(1, choice.model().size()));
                    if (choice.model().size() < ids.size()) {
                        wrong.add(ids);
                    }
                }
                yield wrong;
            }
            case NumberAnswer number -> {
                var beyond =
                        number.accepted()
                                .width()
                                .max(number.accepted().high().abs())
                                .add(BigDecimal.TEN);
                yield List.of(
                        List.of(number.accepted().high().add(beyond).toString()),
                        List.of(number.accepted().low().subtract(beyond).toString()));
            }
            case TextAnswer _ -> List.of(List.of("qzx xzq"));
            case FormulaAnswer formula ->
                    List.of(
                            List.of("(" + formula.answer() + ") + 1"),
                            List.of("-(" + formula.answer() + ") - 1"));
            case OrderAnswer order -> List.of(order.items().reversed());
            case WrittenAnswer _, RunAnswer _ -> List.of();
        };
    }

    private static Response with(
            Map<String, List<String>> values, String input, List<String> given) {
        var changed = new HashMap<>(values);
        changed.put(input, given);
        return new Response(changed);
    }
}
