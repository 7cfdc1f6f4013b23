package descent.quiz.author;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.quiz.author.AnswersToMark.Answer;
import descent.quiz.marking.MarkAnswer;
import descent.quiz.page.RubricForm;
import descent.shared.web.Paging;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Answers that a person has to mark, without the names of those who gave them. */
@Path("/teach/{course}/tests/{test}/marking")
@RolesAllowed("author")
public class MarkingPages {
    private final Teaching teaching;
    private final MarkAnswer markAnswer;
    private final AnswersToMark answers;

    MarkingPages(Teaching teaching, MarkAnswer markAnswer, AnswersToMark answers) {
        this.teaching = teaching;
        this.markAnswer = markAnswer;
        this.answers = answers;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance marking(
                Course course,
                MockTest test,
                Paging.Part<Answer> answers,
                boolean marked,
                String q,
                String done);
    }

    /**
     * @param marked those marked already, to be marked again; else those that wait
     * @param q words of the answers that are shown, or of what was asked; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance marking(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestQuery @DefaultValue("false") boolean marked,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        var taught = teaching.test(courseId, testId);
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Templates.marking(
                                taught.course(),
                                taught.test(),
                                answers.page(courseId, testId, marked, q, page),
                                marked,
                                q,
                                done));
    }

    @POST
    @Path("{attempt}/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestPath UUID attempt,
            @RestPath int number,
            @RestQuery @DefaultValue("false") boolean marked,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            MultivaluedMap<String, String> fields) {
        teaching.test(courseId, testId);
        var comment = fields.getFirst("comment") == null ? "" : fields.getFirst("comment");
        if (fields.containsKey("share")) {
            markAnswer.award(attempt, courseId, number, share(fields), comment);
        } else {
            markAnswer.mark(attempt, courseId, number, RubricForm.points(fields), comment);
        }
        var list = "/teach/%s/tests/%s/marking".formatted(courseId, testId);
        var shown = AnswersToMark.query(marked, q);
        var back = new Paging(Paging.checked(page), false, shown, list).here();
        return Response.seeOther(URI.create(back + "&done=marked")).build();
    }

    private static BigDecimal share(MultivaluedMap<String, String> fields) {
        var typed = fields.getFirst("share").strip();
        if (!typed.matches("[0-9]{1,3}")) {
            throw Problem.badRequest("A share is 0 to 100 percent, not \"%s\".".formatted(typed));
        }
        return new BigDecimal(typed).movePointLeft(2);
    }
}
