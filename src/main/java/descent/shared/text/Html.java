package descent.shared.text;

/**
 * HTML that this program made itself and that is safe to send: the only text that templates put out
 * unescaped.
 *
 * <p>Made by {@link Markdown} and {@link Formulas}; nothing that people typed becomes an {@code
 * Html} in any other way.
 */
public record Html(String text) {
    public static final Html NONE = new Html("");

    /** For templates: {@code {lesson.body.html}}. */
    @Override
    public String toString() {
        return text;
    }
}
