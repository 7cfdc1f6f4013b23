package descent.quiz.practice;

/**
 * A concept that can be practised, and how well somebody knows it.
 *
 * @param percent of the points that the next answer is expected to earn
 * @param known whether there have been answers that tell
 */
public record ConceptStrength(
        String id, String title, String lesson, long questions, int percent, boolean known) {
    /** In a word, for whom a number says little. */
    public String word() {
        if (!known) {
            return "not tried yet";
        }
        return percent < 50 ? "weak" : percent < 80 ? "getting there" : "strong";
    }

    public String tone() {
        return !known ? "" : percent < 50 ? "bad" : percent < 80 ? "warn" : "good";
    }
}
