package descent.audio.sound;

import java.util.List;

/** When which sentence of a line is heard. */
public record Timing(String line, List<Span> sentences) {
    /** In milliseconds from the beginning of the file. */
    public record Span(long from, long to) {}

    public Timing {
        sentences = List.copyOf(sentences);
    }

    public long from() {
        return sentences.getFirst().from();
    }

    public long to() {
        return sentences.getLast().to();
    }
}
