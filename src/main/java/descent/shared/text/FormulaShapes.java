package descent.shared.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import descent.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Formulas of the shipped courses, drawn when the program is built: nobody waits for them at its
 * first start, when KaTeX is slow and all begin to read.
 *
 * @param byKey with stand-ins for numbers, by {@link #key}
 */
record FormulaShapes(Map<String, InlineStyles> byKey) {
    /**
     * Part of every key: a new KaTeX, or another way of ours to treat its output, draws everything
     * again.
     */
    private static final String RENDERER = "katex 0.16.47, 2";

    private static final String FILE = "formulas.json";

    FormulaShapes {
        byKey = Map.copyOf(byKey);
    }

    static String key(String tex, boolean display) {
        return Sha256.of(RENDERER + (display ? " display " : " inline ") + tex);
    }

    /** Of the running program; none when it was compiled without them, as in dev mode. */
    static FormulaShapes shipped() {
        try (var in = FormulaShapes.class.getResourceAsStream(FILE)) {
            return in == null
                    ? new FormulaShapes(Map.of())
                    : new ObjectMapper().readValue(in, FormulaShapes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> declarationByClass() {
        var all = new TreeMap<String, String>();
        byKey.values().forEach(shape -> all.putAll(shape.declarationByClass()));
        return all;
    }

    /**
     * @param classes the folder of the program's classes
     */
    void ship(Path classes) throws IOException {
        var file =
                classes.resolve(FormulaShapes.class.getPackageName().replace('.', '/'))
                        .resolve(FILE);
        Files.write(
                file,
                new ObjectMapper()
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsBytes(this));
    }
}
