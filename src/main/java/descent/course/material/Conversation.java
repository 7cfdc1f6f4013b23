package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;

/** A classroom conversation: read here as a transcript, spoken in the audio room. */
public record Conversation(String title, List<Turn> turns) {
    /**
     * @param speaker a role of the cast
     * @param spoken as a voice reads it; the text itself where that can be read aloud
     */
    public record Turn(String id, String speaker, Prose text, Prose spoken) {}

    public Conversation {
        turns = List.copyOf(turns);
    }
}
