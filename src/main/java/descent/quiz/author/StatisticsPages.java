package descent.quiz.author;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.author.TestData.Sample;
import descent.quiz.statistics.QuestionStatistics;
import descent.quiz.statistics.Spread;
import descent.quiz.statistics.TestStatistics;
import descent.quiz.view.Pens;
import descent.shared.text.Html;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How good a test and its questions are, by what learners made of them. */
@Path("/teach/{course}/tests/{test}/statistics")
@RolesAllowed("author")
public class StatisticsPages {
    private final Teaching teaching;
    private final TestData data;
    private final Pens pens;

    StatisticsPages(Teaching teaching, TestData data, Pens pens) {
        this.teaching = teaching;
        this.data = data;
        this.pens = pens;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance statistics(
                Course course, MockTest test, Overview overview, List<Row> rows);

        static native TemplateInstance questionStatistics(
                Course course,
                MockTest test,
                Row row,
                Html text,
                List<Answer> answers,
                boolean all);
    }

    /**
     * What is counted, and what the test as a whole came to.
     *
     * @param all whether later attempts count too
     */
    public record Overview(
            boolean all, long pending, long staff, String outOf, Figures.OfTest figures) {}

    /** A question in the table. */
    public record Row(String id, String concept, String neutral, Figures.OfQuestion figures) {}

    /** An answer in the table, an option drawn as learners see it. */
    public record Answer(
            String part, Html option, String typed, boolean right, int times, String meanShare) {}

    @GET
    public TemplateInstance statistics(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestQuery @DefaultValue("false") boolean all) {
        var taught = teaching.test(courseId, testId);
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var sample = data.sample(courseId, testId, all);
                    var papers = sample.papers();
                    return Templates.statistics(
                            taught.course(),
                            taught.test(),
                            new Overview(
                                    all,
                                    sample.pending(),
                                    sample.staff(),
                                    Figures.outOf(papers),
                                    Figures.of(TestStatistics.of(papers))),
                            rows(taught.course(), sample));
                });
    }

    /** What was answered to one question. */
    @GET
    @Path("{question}")
    public TemplateInstance question(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestPath("question") String questionId,
            @RestQuery @DefaultValue("false") boolean all) {
        var taught = teaching.test(courseId, testId);
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var sample = data.sample(courseId, testId, all);
                    var asked =
                            sample.attempts().stream()
                                    .flatMap(whole -> whole.questions().stream())
                                    .filter(each -> each.questionId.equals(questionId))
                                    .findFirst()
                                    .orElseThrow(
                                            () -> Problem.notFound("such question in this test"));
                    var row =
                            rows(taught.course(), sample).stream()
                                    .filter(each -> each.id().equals(questionId))
                                    .findFirst()
                                    .orElseThrow();
                    return Templates.questionStatistics(
                            taught.course(),
                            taught.test(),
                            row,
                            pens.text(courseId, asked),
                            answers(courseId, asked, sample),
                            all);
                });
    }

    private List<Answer> answers(String courseId, AttemptQuestion asked, Sample sample) {
        return AnswerTable.of(asked.questionId, sample.attempts()).lines().stream()
                .map(line ->
                        new Answer(
                                line.part(),
                                line.option() ? pens.html(courseId, asked, line.text()) : Html.NONE,
                                line.option() ? "" : line.text(),
                                line.right(),
                                line.times(),
                                line.times() == 0 ? "" : Figures.percent(line.meanShare() / 100)))
                .toList();
    }

    private static List<Row> rows(Course course, Sample sample) {
        Map<String, List<Double>> times = AnswerTimes.of(sample.attempts());
        var rows = new ArrayList<Row>();
        for (var each : QuestionStatistics.of(sample.papers())) {
            rows.add(row(course, each, times, ""));
        }
        sample.neutral()
                .forEach((id, reason) ->
                        rows.add(row(course, QuestionStatistics.none(id), times, reason)));
        return rows;
    }

    private static Row row(
            Course course,
            QuestionStatistics statistics,
            Map<String, List<Double>> times,
            String neutral) {
        var id = statistics.question();
        var seconds =
                times.getOrDefault(id, List.of()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        Optional<Spread> spread = Spread.of(seconds);
        return new Row(
                id,
                course.question(id).map(BankQuestion::concept).orElse("no longer in the bank"),
                neutral,
                Figures.of(statistics, spread));
    }
}
