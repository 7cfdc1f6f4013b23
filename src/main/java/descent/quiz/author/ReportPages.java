package descent.quiz.author;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.quiz.report.MistakeReport;
import descent.quiz.report.ReportMistake;
import descent.shared.text.Prose;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The inbox of a course's authors: what learners find wrong with questions. */
@Path("/teach/{course}/reports")
@RolesAllowed("author")
public class ReportPages {
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 1_000;

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

        static native TemplateInstance reports(
                Course course, List<Row> rows, int page, boolean more);
    }

    /**
     * A report in the list: without the name of who sent it, which does not matter here.
     *
     * @param asked the beginning of the question; empty when the bank has it no more
     */
    public record Row(MistakeReport report, String asked) {}

    @GET
    public TemplateInstance reports(
            @RestPath("course") String id, @RestQuery @DefaultValue("0") int page) {
        var course = teaching.course(id);
        int shown = Math.clamp(page, 0, MOST_PAGES);
        var found = MistakeReport.inCourse(id, shown, SIZE);
        boolean more = found.size() == SIZE;
        return Templates.reports(
                course, found.stream().map(each -> row(course, each)).toList(), shown, more);
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
