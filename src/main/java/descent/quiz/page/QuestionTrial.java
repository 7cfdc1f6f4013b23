package descent.quiz.page;

import descent.course.material.ReviewPolicy.Part;
import descent.question.QuestionReader;
import descent.question.QuestionReader.UnreadableQuestion;
import descent.question.drawn.Grader;
import descent.question.drawn.RefusedResponse;
import descent.question.drawn.Response;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.rules.QuestionDraw.Placed;
import descent.quiz.view.QuestionView;
import descent.quiz.view.ReviewView;
import descent.quiz.view.ReviewView.Reviewed;
import descent.quiz.view.Texts;
import descent.shared.text.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** For authors: a question that nobody else sees yet, asked as learners would meet it. */
@ApplicationScoped
public class QuestionTrial {
    /** The same on every page: what was answered is what was asked. */
    private static final long SEED = 1;

    private final Texts texts;

    QuestionTrial(Texts texts) {
        this.texts = texts;
    }

    /** The question, and what is said to an answer once there is one. */
    public record Trial(QuestionView question, Optional<ReviewView> review) {}

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trial(Trial trial);
    }

    /**
     * @param tree of the question as its author wrote it
     * @param sent what was answered; empty while it is only asked
     * @return fields without a form around them; nothing when it is no question yet
     */
    public Optional<Html> of(
            String course, String lesson, Map<?, ?> tree, MultivaluedMap<String, String> sent) {
        try {
            return Optional.of(
                    new Html(Templates.trial(trial(course, lesson, tree, sent)).render()));
        } catch (UnreadableQuestion _) {
            return Optional.empty();
        } catch (RefusedResponse e) {
            throw SentForm.refused(e);
        }
    }

    private Trial trial(
            String course, String lesson, Map<?, ?> tree, MultivaluedMap<String, String> sent) {
        var drawn = QuestionReader.read(tree).draw(SEED);
        var response = response(sent);
        var pen = texts.of(course, lesson);
        var view = QuestionView.of(drawn.asked(), response, pen);
        if (response.values().isEmpty()) {
            return new Trial(view, Optional.empty());
        }
        var grade = Grader.grade(drawn, response, Grader.VERSION).grade();
        var given =
                new GivenGrade(
                        Grader.VERSION,
                        grade,
                        grade.fraction().value(),
                        GivenGrade.Marker.PROGRAM,
                        Map.of(),
                        "");
        var question =
                new AttemptQuestion(
                        UUID.randomUUID(), 1, new Placed(lesson, BigDecimal.ONE, drawn), "");
        var reviewed = new Reviewed(question, response, given, Optional.empty(), "", false);
        return new Trial(
                view, Optional.of(ReviewView.of(reviewed, EnumSet.allOf(Part.class), pen)));
    }

    private static Response response(MultivaluedMap<String, String> sent) {
        var answers = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (name.startsWith("answer.") && values.stream().anyMatch(each -> !each.isEmpty())) {
                answers.put(name.substring("answer.".length()), values);
            }
        });
        return new Response(answers);
    }
}
