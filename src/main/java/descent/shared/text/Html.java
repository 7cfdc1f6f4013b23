package descent.shared.text;

/**
 * HTML that this program made itself and that is safe to send: the only text that templates put out
 * unescaped.
 *
 * <p>Made by {@link Prose} and {@link Formulas}, and of the output of templates, which escape all
 * else; nothing that people typed becomes an {@code Html} in any other way.
 */
public record Html(String text) {
    public static final Html NONE = new Html("");

    /** As text within an element or a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** For templates, {@code {lesson.body}}: see {@link TemplateSetup}. */
    @Override
    public String toString() {
        return text;
    }
}
