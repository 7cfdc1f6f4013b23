package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.question.tree.Json;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.shared.web.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What happened in an attempt and when it reached this server, for whose attempt it is. */
@Path("/attempts/{attempt}/ledger")
@Authenticated
public class LedgerPages {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss.SSS zzz", Locale.ENGLISH);

    private final CurrentPerson person;
    private final Times times;

    LedgerPages(CurrentPerson person, Times times) {
        this.person = person;
        this.times = times;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ledger(Attempt attempt, List<Line> lines);
    }

    /**
     * A step in words.
     *
     * @param counts whether it is the answer to its question that counts
     */
    public record Line(String at, String what, boolean counts) {}

    @GET
    public TemplateInstance ledger(@RestPath("attempt") UUID id) {
        var attempt = Attempt.of(id, person.requiredId());
        var steps = AttemptStep.of(attempt);
        var sheet = AnswerSheet.of(steps);
        return Templates.ledger(
                attempt,
                steps.stream()
                        .map(step -> new Line(exact(step.at), words(step), counts(step, sheet)))
                        .toList());
    }

    private static boolean counts(AttemptStep step, AnswerSheet sheet) {
        return step.kind == Kind.SAVED
                && step.question != null
                && step.revision != null
                && sheet.to(step.question).revision() == step.revision;
    }

    private String exact(Instant at) {
        return EXACT.withZone(times.zone()).format(at);
    }

    private String until(AttemptStep step) {
        return step.detail != null
                        && Json.read(step.detail) instanceof Map<?, ?> detail
                        && detail.get("until") instanceof String until
                ? exact(Instant.parse(until))
                : "later";
    }

    private String words(AttemptStep step) {
        return switch (step.kind) {
            case STARTED -> "The attempt began.";
            case SAVED ->
                    "Answer %d to question %d was saved.".formatted(step.revision, step.question);
            case LATE ->
                    "An answer to question %d came after the end: kept here, not counted."
                            .formatted(step.question);
            case FLAGGED -> "Question %d was flagged.".formatted(step.question);
            case UNFLAGGED -> "The flag of question %d was taken away.".formatted(step.question);
            case PASSED -> "Question %d was left for good.".formatted(step.question);
            case SUBMITTED -> "You handed in.";
            case TIMED_OUT -> "The time was over: what was saved was handed in.";
            case CLOSED -> "An author ended the attempt: what was saved was handed in.";
            case REOPENED -> "An author opened the attempt again, until %s.".formatted(until(step));
            case DEADLINE_MOVED -> "The end was moved to %s.".formatted(until(step));
            case GRADED -> "Question %d was graded.".formatted(step.question);
            case RUN_ASKED ->
                    "The experiment of question %d was given to the server to run."
                            .formatted(step.question);
            case RUN_FAILED ->
                    "The experiment of question %d could not be run: a person will decide."
                            .formatted(step.question);
            case TRIED -> "An answer to question %d was checked.".formatted(step.question);
            case HINTED -> "A hint to question %d was given.".formatted(step.question);
            case REVEALED -> "The solution of question %d was shown.".formatted(step.question);
        };
    }
}
