package descent.quiz.view;

import descent.course.material.ReviewPolicy.Part;
import descent.engine.training.RunRecord;
import descent.question.answer.Remark;
import descent.question.answer.RunAnswer;
import descent.question.answer.RunAnswer.Side;
import descent.question.answer.State;
import descent.question.answer.WrittenAnswer;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Feedback;
import descent.question.drawn.Grader;
import descent.question.drawn.Input;
import descent.question.drawn.Response;
import descent.question.drawn.Solution;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.GivenGrade.Marker;
import descent.quiz.view.Texts.Pen;
import descent.shared.text.Html;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question of an attempt that has ended: as much of answer, mark, feedback and solution as the
 * review policy lets be seen; what it does not is not in here.
 *
 * @param state in words; empty where it is not shown
 * @param tone good, warn or bad
 * @param points empty where they are not shown
 * @param rubric by which a text is marked; empty where it is not shown
 * @param study where to go on with it; empty where it was right
 * @param neutral why the question does not count; empty when it does
 * @param markable whether the learner may mark it now
 */
public record ReviewView(
        int number,
        Html text,
        String state,
        String tone,
        String points,
        List<InputReview> inputs,
        List<Criterion> rubric,
        String comment,
        Html explanation,
        Optional<Study> study,
        String neutral,
        boolean markable) {
    /**
     * What there is to review.
     *
     * @param run by which it was graded
     */
    public record Reviewed(
            AttemptQuestion question,
            Response response,
            @Nullable GivenGrade given,
            Optional<RunRecord> run,
            String neutral,
            boolean markable) {
        private State state() {
            return given == null ? State.NEEDS_GRADING : given.grade().state();
        }

        private boolean isMissed() {
            return given != null && !given.isPending() && !given.grade().fraction().isOne();
        }

        private Feedback feedback(DrawnQuestion drawn) {
            if (given == null || given.by() != Marker.PROGRAM) {
                return new Feedback(Map.of());
            }
            return run.map(each -> Grader.ran(drawn, run))
                    .orElseGet(() -> Grader.grade(drawn, response, given.version()))
                    .feedback();
        }
    }

    /**
     * A line of a rubric.
     *
     * @param given points; empty where none are given yet
     */
    public record Criterion(String id, Html text, String most, String given) {}

    /**
     * One answer.
     *
     * @param options all there was to choose of; empty where something was typed
     * @param given what was typed, or the items in the order given
     * @param right what would have been right there; empty where it is not shown
     */
    public record InputReview(
            Html label,
            List<OptionReview> options,
            List<Html> given,
            List<Html> right,
            List<String> typed,
            List<String> model,
            List<Html> remarks) {
        public boolean isUnanswered() {
            return given.isEmpty()
                    && typed.isEmpty()
                    && options.stream().noneMatch(OptionReview::chosen);
        }

        /** Without the options that are neither chosen nor right: gaps and pairs repeat them. */
        private InputReview brief() {
            var some = options.stream().filter(each -> each.chosen || each.right).toList();
            return new InputReview(label, some, given, right, typed, model, remarks);
        }
    }

    /**
     * @param right whether it should have been chosen; false also where that is not shown
     */
    public record OptionReview(Html text, boolean chosen, boolean right, Html remark) {}

    public static ReviewView of(Reviewed reviewed, Set<Part> may, Pen pen) {
        var question = reviewed.question();
        var drawn = question.drawn();
        boolean correctness = may.contains(Part.CORRECTNESS) && reviewed.given() != null;
        boolean key = may.contains(Part.RIGHT_ANSWER);
        boolean missed = correctness && reviewed.isMissed();
        return new ReviewView(
                question.number(),
                pen.html(withoutGaps(drawn)),
                correctness ? words(drawn, reviewed.state()) : "",
                correctness ? tone(reviewed.state()) : "",
                may.contains(Part.MARKS) && reviewed.given() instanceof GivenGrade given
                        ? "%s of %s"
                                .formatted(
                                        Marks.points(given.mark()), Marks.points(question.points))
                        : "",
                inputs(drawn, reviewed, may, pen),
                key ? rubric(drawn, reviewed.given(), pen) : List.of(),
                may.contains(Part.FEEDBACK) && reviewed.given() instanceof GivenGrade given
                        ? given.comment()
                        : "",
                key ? pen.html(drawn.key().explanation()) : Html.NONE,
                missed
                        ? Optional.of(pen.study(question.questionId, drawn.topic()))
                        : Optional.empty(),
                reviewed.neutral(),
                reviewed.markable());
    }

    private static List<Criterion> rubric(
            DrawnQuestion drawn, @Nullable GivenGrade given, Pen pen) {
        return drawn.key().answers().values().stream()
                .filter(WrittenAnswer.class::isInstance)
                .flatMap(answer -> ((WrittenAnswer) answer).rubric().stream())
                .map(line ->
                        new Criterion(
                                line.id(),
                                pen.html(line.criterion()),
                                Marks.points(line.points()),
                                given != null && given.points().containsKey(line.id())
                                        ? Marks.points(
                                                given.points()
                                                        .getOrDefault(line.id(), BigDecimal.ZERO))
                                        : ""))
                .toList();
    }

    private static List<InputReview> inputs(
            DrawnQuestion drawn, Reviewed reviewed, Set<Part> may, Pen pen) {
        var feedback =
                may.contains(Part.FEEDBACK) ? reviewed.feedback(drawn) : new Feedback(Map.of());
        var solution =
                may.contains(Part.RIGHT_ANSWER)
                        ? Optional.of(drawn.solution())
                        : Optional.<Solution>empty();
        var reviews = new ArrayList<InputReview>();
        for (var input : drawn.asked().inputs()) {
            var model =
                    solution.flatMap(s ->
                            s.answers().stream()
                                    .filter(m -> m.input().equals(input.id()))
                                    .findFirst());
            var remarks = new ArrayList<>(feedback.to(input.id()));
            if (may.contains(Part.FEEDBACK)
                    && drawn.key().answers().get(input.id()) instanceof RunAnswer target) {
                reviewed.run().ifPresent(run -> remarks.add(measured(target, run)));
            }
            reviews.add(
                    review(
                            input,
                            reviews.size() + 1,
                            reviewed.response().to(input.id()),
                            remarks,
                            model,
                            pen));
        }
        return reviews.size() == 1 ? reviews : reviews.stream().map(InputReview::brief).toList();
    }

    /** What the run came to, beside what was asked. */
    private static Remark measured(RunAnswer target, RunRecord run) {
        var asked =
                (target.side() == Side.BELOW ? "below " : "above ")
                        + target.bound().toPlainString();
        var figure = run.figure(target.figure());
        return new Remark(
                "",
                figure.isPresent()
                        ? "`%s` was %s; asked for was %s."
                                .formatted(
                                        target.figure(),
                                        BigDecimal.valueOf(figure.getAsDouble())
                                                .round(new MathContext(4))
                                                .toPlainString(),
                                        asked)
                        : "The run has no `%s`: it diverged.".formatted(target.figure()));
    }

    private static InputReview review(
            Input input,
            int number,
            List<String> given,
            List<Remark> said,
            Optional<Solution.Model> model,
            Pen pen) {
        var right = model.map(Solution.Model::values).orElse(List.of());
        var remarks = new ArrayList<>(said);
        model.ifPresent(
                m -> m.remarks().stream().filter(r -> !remarks.contains(r)).forEach(remarks::add));
        var general =
                remarks.stream()
                        .filter(remark -> remark.about().isEmpty())
                        .map(remark -> pen.html(remark.text()))
                        .toList();
        var gap = Html.NONE;
        return switch (input) {
            case Input.Choice choice ->
                    new InputReview(
                            choice.label().isEmpty() ? gap : pen.html(choice.label()),
                            choice.options().stream()
                                    .map(o -> option(o.id(), o.text(), given, right, remarks, pen))
                                    .toList(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            general);
            case Input.Spot spot ->
                    new InputReview(
                            Html.NONE,
                            spot.regions().stream()
                                    .map(r -> option(r.id(), r.label(), given, right, remarks, pen))
                                    .toList(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            general);
            case Input.Ordering ordering ->
                    new InputReview(
                            Html.NONE,
                            List.of(),
                            items(ordering, given, pen),
                            items(ordering, right, pen),
                            List.of(),
                            List.of(),
                            general);
            case Input.Configuration experiment ->
                    typed(
                            experiment.task(),
                            number,
                            lines(experiment, given),
                            List.of(),
                            general,
                            pen);
            case Input.Essay _ ->
                    new InputReview(
                            Html.NONE,
                            List.of(),
                            List.of(),
                            right.stream().map(pen::html).toList(),
                            given,
                            List.of(),
                            general);
            case Input.NumberField field ->
                    typed(field.label(), number, given, right, general, pen);
            case Input.TextField field -> typed(field.label(), number, given, right, general, pen);
            case Input.FormulaField field ->
                    typed(field.label(), number, given, right, general, pen);
        };
    }

    private static List<String> lines(Input.Configuration experiment, List<String> given) {
        return IntStream.range(0, given.size())
                .filter(i -> !given.get(i).isBlank())
                .mapToObj(i -> experiment.free().get(i) + ": " + given.get(i).strip())
                .toList();
    }

    private static InputReview typed(
            String label,
            int number,
            List<String> given,
            List<String> right,
            List<Html> remarks,
            Pen pen) {
        return new InputReview(
                pen.html(label), List.of(), List.of(), List.of(), given, right, remarks);
    }

    private static OptionReview option(
            String id,
            String text,
            List<String> given,
            List<String> right,
            List<Remark> remarks,
            Pen pen) {
        var remark =
                remarks.stream()
                        .filter(r -> r.about().equals(id))
                        .map(r -> pen.html(r.text()))
                        .findFirst()
                        .orElse(Html.NONE);
        return new OptionReview(pen.html(text), given.contains(id), right.contains(id), remark);
    }

    private static List<Html> items(Input.Ordering ordering, List<String> ids, Pen pen) {
        return ids.stream()
                .flatMap(id ->
                        ordering.items().stream()
                                .filter(item -> item.id().equals(id))
                                .map(item -> pen.html(item.text())))
                .toList();
    }

    /** Gaps as the numbers under which their answers stand. */
    static String withoutGaps(DrawnQuestion drawn) {
        var text = drawn.asked().text();
        int number = 1;
        for (var input : drawn.asked().inputs()) {
            text = text.replace("{{" + input.id() + "}}", "**[" + number++ + "]**");
        }
        return text;
    }

    private static String words(DrawnQuestion drawn, State state) {
        return switch (state) {
            case RIGHT -> "Right";
            case PARTIAL -> "Partly right";
            case WRONG -> "Not right";
            case INVALID -> "Could not be read";
            case UNANSWERED -> "Not answered";
            case NEEDS_GRADING ->
                    drawn.key().answers().values().stream().anyMatch(RunAnswer.class::isInstance)
                            ? "Being graded"
                            : "Waits to be marked";
        };
    }

    private static String tone(State state) {
        return switch (state) {
            case RIGHT -> "good";
            case PARTIAL, UNANSWERED, NEEDS_GRADING -> "warn";
            case WRONG, INVALID -> "bad";
        };
    }
}
