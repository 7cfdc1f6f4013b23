package descent.game.rules;

import java.util.List;

/**
 * What a game came to.
 *
 * @param missed what the player did not know
 * @param keys how often each key was meant, and how often another was hit; the worst first
 */
public record Result(int score, List<Figure> figures, List<Missed> missed, List<KeyHits> keys) {
    public record Figure(String name, String value) {}

    /**
     * @param typed empty when it was given up
     */
    public record Missed(String text, String typed, String answer) {}

    public record KeyHits(String key, int meant, int missed) {
        /** From 0 to 4, for the eye. */
        public int heat() {
            return missed == 0 ? 0 : Math.clamp(Math.ceilDiv(8 * missed, meant), 1, 4);
        }
    }

    public Result {
        figures = List.copyOf(figures);
        missed = List.copyOf(missed);
        keys = List.copyOf(keys);
    }
}
