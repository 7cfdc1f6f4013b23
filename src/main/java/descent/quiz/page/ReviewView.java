package descent.quiz.page;

import descent.question.answer.Remark;
import descent.question.answer.State;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Feedback;
import descent.question.drawn.Grader;
import descent.question.drawn.Input;
import descent.question.drawn.Response;
import descent.question.drawn.Solution;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.page.Texts.Pen;
import descent.quiz.rules.ReviewPolicy.Part;
import descent.shared.text.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of an attempt that has ended: as much of answer, mark, feedback and solution as the
 * review policy lets be seen; what it does not is not in here.
 *
 * @param state in words; empty where it is not shown
 * @param tone good, warn or bad
 * @param points empty where they are not shown
 * @param section where to read about it; empty where it was right
 */
public record ReviewView(
        int number,
        Html text,
        String state,
        String tone,
        String points,
        List<InputReview> inputs,
        Html explanation,
        String section) {
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
    }

    /**
     * @param right whether it should have been chosen; false also where that is not shown
     */
    public record OptionReview(Html text, boolean chosen, boolean right, Html remark) {}

    static ReviewView of(
            AttemptQuestion question,
            Response response,
            @Nullable GivenGrade given,
            Set<Part> may,
            Pen pen,
            String courseId) {
        var drawn = question.drawn();
        var state = given == null ? State.NEEDS_GRADING : given.grade().state();
        boolean missed = given != null && !given.grade().fraction().isOne();
        boolean correctness = may.contains(Part.CORRECTNESS);
        return new ReviewView(
                question.number(),
                pen.html(withoutGaps(drawn)),
                correctness ? words(state) : "",
                correctness ? tone(state) : "",
                may.contains(Part.MARKS) && given != null
                        ? "%s of %s"
                                .formatted(
                                        Marks.points(given.mark()), Marks.points(question.points))
                        : "",
                inputs(drawn, response, given, may, pen),
                may.contains(Part.RIGHT_ANSWER) ? pen.html(drawn.key().explanation()) : Html.NONE,
                correctness && missed
                        ? "/courses/%s/lessons/%s#%s"
                                .formatted(courseId, question.lessonId, drawn.topic().section())
                        : "");
    }

    private static List<InputReview> inputs(
            DrawnQuestion drawn,
            Response response,
            @Nullable GivenGrade given,
            Set<Part> may,
            Pen pen) {
        var feedback =
                may.contains(Part.FEEDBACK) && given != null
                        ? Grader.grade(drawn, response, given.version()).feedback()
                        : new Feedback(Map.of());
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
            reviews.add(
                    review(
                            input,
                            reviews.size() + 1,
                            response.to(input.id()),
                            feedback.to(input.id()),
                            model,
                            pen));
        }
        return reviews;
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
    private static String withoutGaps(DrawnQuestion drawn) {
        var text = drawn.asked().text();
        int number = 1;
        for (var input : drawn.asked().inputs()) {
            text = text.replace("{{" + input.id() + "}}", "**[" + number++ + "]**");
        }
        return text;
    }

    private static String words(State state) {
        return switch (state) {
            case RIGHT -> "Right";
            case PARTIAL -> "Partly right";
            case WRONG -> "Not right";
            case INVALID -> "Could not be read";
            case UNANSWERED -> "Not answered";
            case NEEDS_GRADING -> "Waits to be marked";
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
