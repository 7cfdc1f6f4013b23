package descent.quiz.author;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.course.material.ReviewPolicy.Part;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.GivenGrade.Marker;
import descent.quiz.marking.MarkAnswer;
import descent.quiz.page.Pens;
import descent.quiz.page.ReviewView;
import descent.quiz.page.RubricForm;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Answers that a person has to mark, without the names of those who gave them. */
@Path("/teach/{course}/tests/{test}/marking")
@RolesAllowed("author")
public class MarkingPages {
    private static final int MOST_SHOWN = 25;

    private final Teaching teaching;
    private final MarkAnswer markAnswer;
    private final Pens pens;

    MarkingPages(Teaching teaching, MarkAnswer markAnswer, Pens pens) {
        this.teaching = teaching;
        this.markAnswer = markAnswer;
        this.pens = pens;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance marking(
                Course course, MockTest test, List<Answer> answers, boolean marked, String done);
    }

    /** An answer with what it is marked by. */
    public record Answer(UUID attempt, int number, ReviewView review, String by) {}

    /**
     * @param marked those marked already, to be marked again; else those that wait
     */
    @GET
    public TemplateInstance marking(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestQuery @DefaultValue("false") boolean marked,
            @RestQuery @DefaultValue("") String done) {
        var taught = teaching.test(courseId, testId);
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Templates.marking(
                                taught.course(),
                                taught.test(),
                                answers(courseId, testId, marked),
                                marked,
                                done));
    }

    private List<Answer> answers(String courseId, String testId, boolean marked) {
        var answers = new ArrayList<Answer>();
        for (var attempt : TestData.graded(courseId, testId)) {
            if (answers.size() >= MOST_SHOWN || (!marked && attempt.unmarked == 0)) {
                continue;
            }
            var steps = AttemptStep.of(attempt);
            var grades = GivenGrade.of(steps);
            for (var question : AttemptQuestion.of(attempt)) {
                if (grades.get(question.number()) instanceof GivenGrade given
                        && (marked ? given.by() != Marker.PROGRAM : given.isPending())) {
                    answers.add(answer(attempt, question, AnswerSheet.of(steps), given));
                }
            }
        }
        return answers;
    }

    private Answer answer(
            Attempt attempt, AttemptQuestion question, AnswerSheet sheet, GivenGrade given) {
        var review =
                pens.review(
                        attempt.courseId,
                        question,
                        sheet.to(question.number()).response(),
                        given,
                        EnumSet.allOf(Part.class));
        return new Answer(
                attempt.id,
                question.number(),
                review,
                given.by() == Marker.LEARNER ? "by the learner" : "");
    }

    @POST
    @Path("{attempt}/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestPath UUID attempt,
            @RestPath int number,
            MultivaluedMap<String, String> fields) {
        teaching.test(courseId, testId);
        var comment = fields.getFirst("comment") == null ? "" : fields.getFirst("comment");
        if (fields.containsKey("share")) {
            markAnswer.award(attempt, courseId, number, share(fields), comment);
        } else {
            markAnswer.mark(attempt, courseId, number, RubricForm.points(fields), comment);
        }
        return Response.seeOther(
                        URI.create(
                                "/teach/%s/tests/%s/marking?done=marked"
                                        .formatted(courseId, testId)))
                .build();
    }

    private static BigDecimal share(MultivaluedMap<String, String> fields) {
        var typed = fields.getFirst("share").strip();
        if (!typed.matches("[0-9]{1,3}")) {
            throw Problem.badRequest("A share is 0 to 100 percent, not \"%s\".".formatted(typed));
        }
        return new BigDecimal(typed).movePointLeft(2);
    }
}
