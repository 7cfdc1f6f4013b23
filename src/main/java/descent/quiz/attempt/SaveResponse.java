package descent.quiz.attempt;

import descent.question.drawn.Reading;
import descent.question.drawn.Response;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an answer, or says why not; what came too late is kept all the same. */
@ApplicationScoped
public class SaveResponse {
    /** No person changes an answer so often. */
    private static final int MOST_REVISIONS = 2_000;

    private static final long MOST_LATE = 100;

    /**
     * An answer as it was sent.
     *
     * @param basedOn the revision that its page showed
     * @param requestKey by which the same request is known when it comes again
     * @param flagged absent when nothing is said about it
     * @param arrived when the request reached this server
     */
    public record Sent(
            Response response,
            int basedOn,
            @Nullable String requestKey,
            @Nullable Boolean flagged,
            Instant arrived) {
        private static final int LONGEST_KEY = 64;

        public Sent {
            if (requestKey != null && requestKey.length() > LONGEST_KEY) {
                throw Problem.badRequest(
                        "The key of a request has at most %d characters, this one %d."
                                .formatted(LONGEST_KEY, requestKey.length()));
            }
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * It counts.
         *
         * @param readings how each input was understood
         */
        record Saved(int revision, Duration remaining, Map<String, Reading> readings)
                implements Outcome {}

        /** A newer answer was saved elsewhere; that one counts. */
        record Overtaken(int revision, Response response, Duration remaining) implements Outcome {}

        /**
         * The attempt has ended.
         *
         * @param inTime whether this answer came before its end
         * @param lastSaved when the latest answer that counts came
         */
        record Ended(boolean inTime, Optional<Instant> lastSaved) implements Outcome {}
    }

    /**
     * @throws Problem 404 for what is not this person's, 422 for a key used for another answer, 429
     *     for too many changes
     * @throws descent.question.drawn.RefusedResponse for what this question does not have
     */
    @Transactional
    public Outcome save(UUID attemptId, UUID personId, int number, Sent sent) {
        var attempt = Attempt.locked(attemptId, personId);
        var question = AttemptQuestion.of(attempt, number);
        var readings = question.drawn().asked().read(sent.response());
        if (isRepeated(attempt, number, sent)) {
            var last = AttemptStep.lastSaved(attempt, number);
            return new Outcome.Saved(revision(last), attempt.remaining(sent.arrived()), readings);
        }
        if (!attempt.takesAnswers(sent.arrived())) {
            keepLate(attempt, number, sent);
            var sheet = AnswerSheet.of(AttemptStep.of(attempt));
            return new Outcome.Ended(!sent.arrived().isAfter(attempt.deadline), sheet.lastSaved());
        }
        flag(attempt, number, sent);
        return answer(attempt, number, sent, readings);
    }

    private static Outcome answer(
            Attempt attempt, int number, Sent sent, Map<String, Reading> readings) {
        var last = AttemptStep.lastSaved(attempt, number);
        var remaining = attempt.remaining(sent.arrived());
        var standing = response(last);
        int revision = revision(last);
        if (standing.json().equals(sent.response().json())) {
            return new Outcome.Saved(revision, remaining, readings);
        }
        if (sent.basedOn() != revision) {
            return new Outcome.Overtaken(revision, standing, remaining);
        }
        if (revision >= MOST_REVISIONS) {
            throw Problem.tooMany(
                    "An answer can be changed %,d times. The last one counts."
                            .formatted(MOST_REVISIONS),
                    remaining);
        }
        new AttemptStep(attempt, Kind.SAVED, sent.arrived())
                .about(number)
                .answered(revision + 1, sent.response(), sent.requestKey())
                .persist();
        return new Outcome.Saved(revision + 1, remaining, readings);
    }

    private static boolean isRepeated(Attempt attempt, int number, Sent sent) {
        if (sent.requestKey() == null) {
            return false;
        }
        var known = AttemptStep.withKey(attempt, sent.requestKey());
        known.filter(step ->
                        step.question == null
                                || step.question != number
                                || !sent.response().json().equals(step.response))
                .ifPresent(_ -> {
                    throw Problem.unprocessable(
                            "This key belongs to another answer: a new answer needs a new key.",
                            Map.of());
                });
        return known.isPresent();
    }

    private static void keepLate(Attempt attempt, int number, Sent sent) {
        long kept = AttemptStep.count("attemptId = ?1 and kind = ?2", attempt.id, Kind.LATE);
        boolean known = sent.response().equals(response(AttemptStep.lastSaved(attempt, number)));
        if (!known && kept < MOST_LATE) {
            new AttemptStep(attempt, Kind.LATE, sent.arrived())
                    .about(number)
                    .answered(sent.basedOn(), sent.response(), null)
                    .persist();
        }
    }

    private static void flag(Attempt attempt, int number, Sent sent) {
        if (sent.flagged() == null) {
            return;
        }
        boolean flagged =
                AttemptStep.<AttemptStep>find(
                                "attemptId = ?1 and question = ?2 and kind in (?3, ?4) order by id desc",
                                attempt.id,
                                number,
                                Kind.FLAGGED,
                                Kind.UNFLAGGED)
                        .firstResultOptional()
                        .filter(step -> step.kind == Kind.FLAGGED)
                        .isPresent();
        if (flagged != sent.flagged()) {
            new AttemptStep(attempt, sent.flagged() ? Kind.FLAGGED : Kind.UNFLAGGED, sent.arrived())
                    .about(number)
                    .persist();
        }
    }

    private static Response response(Optional<AttemptStep> saved) {
        return saved.map(step -> step.response).map(Response::read).orElse(Response.NONE);
    }

    private static int revision(Optional<AttemptStep> saved) {
        return saved.map(step -> step.revision).orElse(0);
    }
}
