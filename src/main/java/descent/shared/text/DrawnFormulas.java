package descent.shared.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Formulas drawn without a database, where formulas that differ in their numbers alone are drawn
 * once: for checks of content, and for the build, which ships them.
 */
public final class DrawnFormulas implements Formulas {
    private final Katex katex = new Katex();
    private final Map<String, InlineStyles> byKey = new ConcurrentHashMap<>();

    /** With those that an earlier build has drawn. */
    public DrawnFormulas() {
        byKey.putAll(FormulaShapes.shipped().byKey());
    }

    @Override
    public Html draw(String tex, boolean display) {
        var slots = NumberSlots.of(tex);
        var shape =
                byKey.computeIfAbsent(
                        FormulaShapes.key(slots.tex(), display),
                        _ -> InlineStyles.extracted(katex.html(slots.tex(), display)));
        return new Html(slots.filled(shape.html()));
    }

    /**
     * Puts them beside the classes of the program that is being built.
     *
     * @param classes the folder of its classes
     */
    public void ship(Path classes) throws IOException {
        new FormulaShapes(byKey).ship(classes);
    }
}
