package descent.shared.text;

/** Draws formulas written in TeX. */
public interface Formulas {
    /**
     * @param tex in the subset of LaTeX that KaTeX knows, without dollar signs
     * @param display centred on a line of its own, not within a sentence
     * @throws FormulaException when it is not accepted
     */
    Html draw(String tex, boolean display);

    /** Shows a formula that is not accepted as it was written, marked as broken. */
    default Formulas forgiving() {
        return (tex, display) -> {
            try {
                return draw(tex, display);
            } catch (FormulaException e) {
                return new Html("<code class=\"broken\">%s</code>".formatted(Html.escape(tex)));
            }
        };
    }
}
