package descent.audio.script;

import java.util.List;

/**
 * What is to be spoken, in order.
 *
 * @param language as in HTML's {@code lang}
 */
public record Script(String language, List<Line> lines) {
    public Script {
        lines = List.copyOf(lines);
    }

    /** What a line is to who listens: the pause before it tells. */
    public enum Kind {
        /** The title of a chapter. */
        CHAPTER,
        /** A title within a chapter. */
        HEADING,
        TEXT
    }

    /**
     * What one speaker says without being interrupted.
     *
     * @param id within the script
     * @param role of the cast
     */
    public record Line(String id, String role, Kind kind, List<String> sentences) {
        public Line {
            sentences = List.copyOf(sentences);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("line " + id + " says nothing");
            }
        }
    }
}
