package descent.shared.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For all tests without a database: KaTeX takes seconds to load and a while for a formula, so it is
 * loaded once and draws each formula once.
 */
public final class TestFormulas implements Formulas {
    public static final Formulas DRAWN_ONCE = new TestFormulas();

    private record Written(String tex, boolean display) {}

    private final Formulas unstored = Formulas.unstored();
    private final Map<Written, Html> drawn = new ConcurrentHashMap<>();

    private TestFormulas() {}

    @Override
    public Html draw(String tex, boolean display) {
        return drawn.computeIfAbsent(new Written(tex, display), _ -> unstored.draw(tex, display));
    }
}
