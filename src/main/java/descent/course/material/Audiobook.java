package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;

/** A lesson for listening. */
public record Audiobook(List<Chapter> chapters) {
    public record Chapter(
            String id, String title, Passage text, Passage explanation, Passage analogy) {}

    /**
     * @param spoken as a voice reads it; the text itself where that can be read aloud
     */
    public record Passage(Prose text, Prose spoken) {}

    public Audiobook {
        chapters = List.copyOf(chapters);
    }
}
