package descent.shared.text;

/** Draws formulas written in TeX. */
public interface Formulas {
    /**
     * @param tex in the subset of LaTeX that KaTeX knows, without dollar signs
     * @param display centred on a line of its own, not within a sentence
     * @throws FormulaException when it is not accepted
     */
    Html draw(String tex, boolean display);

    /**
     * Draws each formula anew and keeps nothing: for checks of content, where there is no database.
     */
    static Formulas unstored() {
        var katex = new Katex();
        return (tex, display) -> new Html(InlineStyles.extracted(katex.html(tex, display)).html());
    }
}
