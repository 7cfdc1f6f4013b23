package descent.shared.text;

/**
 * A formula that the renderer does not accept. The message says what is wrong with it, in the
 * author's terms.
 */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormulaException(String tex, String problem) {
        super("the formula \"%s\" is not accepted: %s".formatted(shortened(tex), problem));
    }

    private static String shortened(String tex) {
        return tex.length() <= 80 ? tex : tex.substring(0, 80) + "…";
    }
}
