package descent.question.drawn;

import descent.engine.spec.ExperimentSpec;
import descent.engine.training.RunRecord;
import descent.question.answer.Fraction;
import descent.question.answer.Remark;
import descent.question.answer.RunAnswer;
import descent.question.answer.State;
import descent.question.answer.Verdict;
import descent.question.answer.WrittenAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Grades a response: a pure function of the stored question, the response and the grader's version.
 * The parts of a question weigh the same.
 */
public final class Grader {
    /** Raised when the same question and response would be graded otherwise than before. */
    public static final int VERSION = 1;

    /** What grading finds: the grade, and apart from it what is said. */
    public record Graded(Grade grade, Feedback feedback) {}

    private Grader() {}

    /**
     * @param version {@link #VERSION}, or the one by which the response was graded before
     * @throws RefusedResponse when the response names what the question does not have
     */
    public static Graded grade(DrawnQuestion question, Response response, int version) {
        if (version != VERSION) {
            throw new IllegalArgumentException("no grader of version " + version);
        }
        var verdicts = new LinkedHashMap<String, Verdict>();
        question.asked()
                .read(response)
                .forEach((input, reading) -> {
                    var answer = question.key().answers().get(input);
                    verdicts.put(
                            input,
                            switch (reading) {
                                case Reading.Unanswered _ -> Verdict.worthless(State.UNANSWERED);
                                case Reading.Invalid(var reason) -> Verdict.invalid(reason);
                                case Reading.Understood _ when answer instanceof RunAnswer run ->
                                        run.before(question.spec(input, response))
                                                .orElseGet(() -> run.judge(List.of()));
                                case Reading.Understood _ when answer != null ->
                                        answer.judge(response.to(input));
                                case Reading.Understood _ ->
                                        throw new IllegalArgumentException(
                                                question.id() + " has no key to " + input);
                            });
                });
        return graded(verdicts);
    }

    /**
     * Grades a written answer by the points that a person gave.
     *
     * @param points by the id of the criterion; one left out is 0
     * @throws IllegalArgumentException when the question has no rubric, or the points do not fit it
     */
    public static Graded marked(DrawnQuestion question, Map<String, BigDecimal> points) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (var answer : question.key().answers().entrySet()) {
            if (!(answer.getValue() instanceof WrittenAnswer written)) {
                throw new IllegalArgumentException(question.id() + " is not marked by a rubric");
            }
            verdicts.put(answer.getKey(), written.marked(points));
        }
        return graded(verdicts);
    }

    /** What is to be run to grade the response; empty when that takes no run. */
    public static Optional<ExperimentSpec> toRun(DrawnQuestion question, Response response) {
        return grade(question, response, VERSION).grade().parts().stream()
                .filter(part ->
                        part.state() == State.NEEDS_GRADING
                                && question.key().answers().get(part.input()) instanceof RunAnswer)
                .findFirst()
                .map(part -> question.spec(part.input(), response));
    }

    /**
     * Grades a response by its run.
     *
     * @param run of the spec that {@link #toRun} gave; empty when it came to no end in its time
     */
    public static Graded ran(DrawnQuestion question, Optional<RunRecord> run) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (var answer : question.key().answers().entrySet()) {
            if (!(answer.getValue() instanceof RunAnswer target)) {
                throw new IllegalArgumentException(question.id() + " is not graded by a run");
            }
            verdicts.put(answer.getKey(), run.map(target::after).orElseGet(target::withoutRun));
        }
        return graded(verdicts);
    }

    private static Graded graded(Map<String, Verdict> verdicts) {
        var parts = new ArrayList<Grade.Part>();
        var remarks = new LinkedHashMap<String, List<Remark>>();
        verdicts.forEach((input, verdict) -> {
            parts.add(new Grade.Part(input, verdict.state(), verdict.fraction()));
            remarks.put(input, verdict.remarks());
        });
        var fraction = Fraction.mean(parts.stream().map(Grade.Part::fraction).toList());
        return new Graded(
                new Grade(state(parts, fraction), fraction, parts), new Feedback(remarks));
    }

    private static State state(List<Grade.Part> parts, Fraction fraction) {
        var states = parts.stream().map(Grade.Part::state).toList();
        if (states.stream().allMatch(State.UNANSWERED::equals)) {
            return State.UNANSWERED;
        }
        return Stream.of(State.NEEDS_GRADING, State.INVALID)
                .filter(states::contains)
                .findFirst()
                .orElseGet(() -> State.of(fraction));
    }
}
