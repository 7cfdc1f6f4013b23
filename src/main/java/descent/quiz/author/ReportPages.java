package descent.quiz.author;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.quiz.report.MistakeReport;
import descent.quiz.report.ReportMistake;
import descent.shared.text.Prose;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The inbox of a course's authors: what learners find wrong with questions. */
@Path("/teach/{course}/reports")
@RolesAllowed("author")
public class ReportPages {
    private final Teaching teaching;
    private final ReportMistake reportMistake;

    ReportPages(Teaching teaching, ReportMistake reportMistake) {
        this.teaching = teaching;
        this.reportMistake = reportMistake;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reports(Course course, Paging.Part<Row> reports, String q);
    }

    /**
     * A report in the list: without the name of who sent it, which does not matter here.
     *
     * @param asked the beginning of the question; empty when the bank has it no more
     */
    public record Row(MistakeReport report, String asked) {}

    /**
     * Those nobody has dealt with first.
     *
     * @param q words of a report, or a part of a question's id; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance reports(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page) {
        var course = teaching.course(id);
        var reports =
                Paging.read(
                        page,
                        Map.of("q", q),
                        (first, number) -> MistakeReport.inCourse(id, q, first, number));
        return Templates.reports(course, reports.map(each -> row(course, each)), q);
    }

    private static Row row(Course course, MistakeReport report) {
        var asked =
                course.question(report.questionId)
                        .map(BankQuestion::tree)
                        .map(tree -> tree.get("text"))
                        .map(text -> Prose.of(text.toString()).plainText())
                        .orElse("");
        return new Row(report, asked.length() > 120 ? asked.substring(0, 120) + "…" : asked);
    }

    @POST
    @Path("{report}")
    public Response settle(
            @RestPath("course") String id,
            @RestPath UUID report,
            @RestForm @DefaultValue("yes") String settled) {
        teaching.course(id);
        reportMistake.settle(report, id, teaching.author(), settled.equals("yes"));
        return Response.seeOther(URI.create("/teach/" + id + "/reports")).build();
    }
}
