package descent.quiz.attempt;

import descent.question.drawn.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What counts of an attempt, made of its steps: the latest answer to each question, its flags. */
public record AnswerSheet(Map<Integer, Entry> entries, Set<Integer> flagged) {
    /** The answer to a question, and the how manieth it is. */
    public record Entry(Response response, int revision, Instant at) {}

    private static final Entry NOTHING = new Entry(Response.NONE, 0, Instant.EPOCH);

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
        for (var step : steps) {
            if (step.question == null) {
                continue;
            }
            switch (step.kind) {
                case SAVED -> {
                    if (step.revision != null && step.response != null) {
                        entries.put(
                                step.question,
                                new Entry(Response.read(step.response), step.revision, step.at));
                    }
                }
                case FLAGGED -> flagged.add(step.question);
                case UNFLAGGED -> flagged.remove(step.question);
                case STARTED, LATE, SUBMITTED, TIMED_OUT, GRADED -> {}
            }
        }
        return new AnswerSheet(entries, flagged);
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
}
