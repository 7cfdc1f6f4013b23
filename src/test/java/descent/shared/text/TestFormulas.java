package descent.shared.text;

/** For all tests without a database: KaTeX takes seconds to load, so it is loaded once. */
public final class TestFormulas {
    public static final Formulas DRAWN_ONCE = new DrawnFormulas();

    private TestFormulas() {}
}
