package descent.quiz.taking;

import descent.question.drawn.Certainty;
import descent.question.drawn.Reading;
import descent.question.drawn.Response;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.AnswerSheet.Entry;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
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
    public static final int MOST_REVISIONS = 2_000;

    private static final long MOST_LATE = 100;

    /**
     * An answer as it was sent.
     *
     * @param basedOn the revision that its page showed
     * @param requestKey by which the same request is known when it comes again
     * @param flagged absent when nothing is said about it
     * @param leaves whether the learner goes on to another question
     * @param arrived when the request reached this server
     */
    public record Sent(
            Response response,
            Optional<Certainty> certainty,
            int basedOn,
            @Nullable String requestKey,
            @Nullable Boolean flagged,
            boolean leaves,
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

        /** The test is taken in order, and it is another question's turn. */
        record OutOfOrder(int next) implements Outcome {}
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
        var readings = question.asked().read(sent.response());
        if (isRepeated(attempt, number, sent)) {
            return new Outcome.Saved(
                    standing(attempt, number).revision(),
                    attempt.remaining(sent.arrived()),
                    readings);
        }
        if (!attempt.takesAnswers(sent.arrived())) {
            keepLate(attempt, number, sent);
            var sheet = AnswerSheet.of(AttemptStep.of(attempt));
            return new Outcome.Ended(!sent.arrived().isAfter(attempt.deadline), sheet.lastSaved());
        }
        if (attempt.sequential && number != AttemptStep.next(attempt)) {
            return new Outcome.OutOfOrder(AttemptStep.next(attempt));
        }
        flag(attempt, number, sent);
        var outcome = answer(attempt, number, sent, readings);
        if (attempt.sequential && sent.leaves() && outcome instanceof Outcome.Saved) {
            new AttemptStep(attempt, Kind.PASSED, sent.arrived()).about(number).persist();
        }
        return outcome;
    }

    private static Outcome answer(
            Attempt attempt, int number, Sent sent, Map<String, Reading> readings) {
        var standing = standing(attempt, number);
        var remaining = attempt.remaining(sent.arrived());
        int revision = standing.revision();
        if (standing.says(sent.response(), sent.certainty())) {
            return new Outcome.Saved(revision, remaining, readings);
        }
        if (sent.basedOn() != revision) {
            return new Outcome.Overtaken(revision, standing.response(), remaining);
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
                .with(AnswerSheet.detail(sent.certainty()))
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
                                || !Entry.of(step).says(sent.response(), sent.certainty()))
                .ifPresent(_ -> {
                    throw Problem.unprocessable(
                            "This key belongs to another answer: a new answer needs a new key.",
                            Map.of());
                });
        return known.isPresent();
    }

    private static void keepLate(Attempt attempt, int number, Sent sent) {
        long kept = AttemptStep.count("attemptId = ?1 and kind = ?2", attempt.id, Kind.LATE);
        boolean known = standing(attempt, number).says(sent.response(), sent.certainty());
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
                                "attemptId = ?1 and question = ?2 and kind in (?3, ?4) order by id"
                                        + " desc",
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

    private static Entry standing(Attempt attempt, int number) {
        return AttemptStep.lastSaved(attempt, number).map(Entry::of).orElse(AnswerSheet.NOTHING);
    }
}
