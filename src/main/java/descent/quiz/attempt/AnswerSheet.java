package descent.quiz.attempt;

import descent.question.drawn.Certainty;
import descent.question.drawn.Response;
import descent.question.tree.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counts of an attempt, made of its steps: the latest answer to each question, its flags.
 *
 * @param passed of a test taken in order: how many questions lie behind
 */
public record AnswerSheet(Map<Integer, Entry> entries, Set<Integer> flagged, int passed) {
    /** The answer to a question, and the how manieth it is. */
    public record Entry(
            Response response, Optional<Certainty> certainty, int revision, Instant at) {
        public static Entry of(AttemptStep saved) {
            return new Entry(
                    saved.response == null ? Response.NONE : Response.read(saved.response),
                    sureness(saved.detail),
                    saved.revision == null ? 0 : saved.revision,
                    saved.at);
        }

        /** Whether it is the same answer. */
        public boolean says(Response response, Optional<Certainty> certainty) {
            return this.response.json().equals(response.json()) && this.certainty.equals(certainty);
        }
    }

    public static final Entry NOTHING =
            new Entry(Response.NONE, Optional.empty(), 0, Instant.EPOCH);
    private static final String CERTAINTY = "certainty";

    public AnswerSheet {
        entries = Map.copyOf(entries);
        flagged = Set.copyOf(flagged);
    }

    /**
     * @param steps in the order in which they happened
     */
    public static AnswerSheet of(List<AttemptStep> steps) {
        var entries = new HashMap<Integer, Entry>();
        var flagged = new HashSet<Integer>();
        int passed = 0;
        for (var step : steps) {
            if (step.question == null) {
                continue;
            }
            switch (step.kind) {
                case SAVED -> entries.put(step.question, Entry.of(step));
                case FLAGGED -> flagged.add(step.question);
                case UNFLAGGED -> flagged.remove(step.question);
                case PASSED -> passed = Math.max(passed, step.question);
                case STARTED,
                        LATE,
                        SUBMITTED,
                        TIMED_OUT,
                        CLOSED,
                        REOPENED,
                        DEADLINE_MOVED,
                        GRADED,
                        RUN_ASKED,
                        RUN_FAILED,
                        TRIED,
                        HINTED,
                        REVEALED -> {}
            }
        }
        return new AnswerSheet(entries, flagged, passed);
    }

    /** Where nothing was answered, nothing at revision 0. */
    public Entry to(int question) {
        return entries.getOrDefault(question, NOTHING);
    }

    public boolean isFlagged(int question) {
        return flagged.contains(question);
    }

    /** When the latest of all answers was taken. */
    public Optional<Instant> lastSaved() {
        return entries.values().stream().map(Entry::at).max(Instant::compareTo);
    }

    /** What else a step keeps of an answer. */
    public static @Nullable String detail(Optional<Certainty> certainty) {
        return certainty
                .map(sure -> Json.write(Map.of(CERTAINTY, sure.name().toLowerCase(Locale.ROOT))))
                .orElse(null);
    }

    private static Optional<Certainty> sureness(@Nullable String detail) {
        if (detail == null || !(Json.read(detail) instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        return Arrays.stream(Certainty.values())
                .filter(sure -> sure.name().toLowerCase(Locale.ROOT).equals(map.get(CERTAINTY)))
                .findFirst();
    }
}
