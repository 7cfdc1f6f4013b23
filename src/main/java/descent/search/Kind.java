package descent.search;

import java.util.Arrays;
import java.util.Optional;

/** What can be found, in the order in which it is shown. */
public enum Kind {
    LESSON("lessons", "Lessons"),
    TERM("glossary", "Glossary"),
    PRESET("experiments", "Experiments"),
    CARD("cards", "Flashcards"),
    QUESTION("questions", "Questions");

    private final String id;
    private final String label;

    Kind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    static Optional<Kind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** As in addresses. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }
}
