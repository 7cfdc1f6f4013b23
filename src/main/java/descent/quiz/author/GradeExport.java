package descent.quiz.author;

import descent.account.Person;
import descent.quiz.attempt.EndedBy;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.author.TestData.Whole;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.csv.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The grades of a test as a table for spreadsheets, one line an attempt. */
@Path("/teach/{course}/tests/{test}/grades.csv")
@RolesAllowed("author")
public class GradeExport {
    private static final List<String> HEAD =
            List.of(
                    "Learner",
                    "E-mail address",
                    "Attempt",
                    "Begun",
                    "Ended",
                    "Ended by",
                    "Points",
                    "Out of",
                    "Share",
                    "Passed",
                    "Answers to mark");

    private final Teaching teaching;
    private final AuditLog audit;

    GradeExport(Teaching teaching, AuditLog audit) {
        this.teaching = teaching;
        this.audit = audit;
    }

    @GET
    public Response grades(@RestPath("course") String courseId, @RestPath("test") String testId) {
        var taught = teaching.test(courseId, testId);
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    audit.record(
                            AuditAction.EXPORTED,
                            AuditSubject.course(courseId),
                            Map.of("grades of", testId));
                    return table(courseId, testId, taught.test().size())
                            .download("grades-%s-%s.csv".formatted(courseId, testId));
                });
    }

    private CsvWriter table(String courseId, String testId, int size) {
        var all = TestData.whole(TestData.graded(courseId, testId));
        var people = teaching.people(all.stream().map(each -> each.attempt().personId).toList());
        int most = all.stream().mapToInt(each -> each.questions().size()).max().orElse(size);
        var head = new ArrayList<>(HEAD);
        for (int number = 1; number <= most; number++) {
            head.add("Question " + number);
            head.add("Points " + number);
        }
        var csv = new CsvWriter().line(head);
        all.forEach(each -> csv.line(line(each, people.get(each.attempt().personId))));
        return csv;
    }

    private static List<Object> line(Whole whole, @Nullable Person person) {
        var attempt = whole.attempt();
        var line = new ArrayList<Object>();
        line.add(person == null ? "" : person.name);
        line.add(person == null ? "" : person.email);
        line.add(attempt.number);
        line.add(attempt.startedAt);
        line.add(attempt.finishedAt == null ? "" : attempt.finishedAt);
        line.add(attempt.endedBy == null ? "" : words(attempt.endedBy));
        line.add(attempt.mark == null ? "" : attempt.mark);
        line.add(attempt.outOf);
        line.add(attempt.share().stripTrailingZeros());
        line.add(attempt.isPassed() ? "yes" : "no");
        line.add(attempt.unmarked + attempt.awaiting);
        whole.questions().stream()
                .flatMap(question ->
                        Stream.<Object>of(
                                question.questionId,
                                whole.grades().get(question.number()) instanceof GivenGrade given
                                        ? given.mark()
                                        : ""))
                .forEach(line::add);
        return line;
    }

    private static String words(EndedBy by) {
        return switch (by) {
            case LEARNER -> "learner";
            case TIME -> "clock";
            case AUTHOR -> "author";
        };
    }
}
