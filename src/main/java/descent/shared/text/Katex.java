package descent.shared.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * KaTeX, run on the server. It starts with the first formula (about a second) and then takes some
 * milliseconds each; one thread at a time.
 */
final class Katex {
    /** Bounds for hostile TeX: no commands that reach out, no endless macros. */
    private static final String RENDER =
            """
            (tex, display) => katex.renderToString(tex,
                {displayMode: display, output: 'htmlAndMathml', trust: false, maxExpand: 500, maxSize: 20, strict: 'ignore'})
            """;

    private @Nullable Value render;

    /** KaTeX's HTML, with MathML for screen readers and inline {@code style} attributes. */
    synchronized String html(String tex, boolean display) {
        try {
            return renderer().execute(tex, display).asString();
        } catch (PolyglotException e) {
            throw new FormulaException(tex, problem(e));
        }
    }

    private Value renderer() {
        if (render == null) {
            var thread = Thread.currentThread();
            var loader = thread.getContextClassLoader();
            // Languages are looked for by the thread's loader; the packaged program's does not tell
            // of what libraries beside it offer.
            thread.setContextClassLoader(Engine.class.getClassLoader());
            try {
                render = started();
            } finally {
                thread.setContextClassLoader(loader);
            }
        }
        return render;
    }

    private static Value started() {
        var engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        var context = Context.newBuilder("js").engine(engine).build();
        context.eval("js", source());
        return context.eval("js", RENDER);
    }

    private static String problem(PolyglotException e) {
        var message = e.getMessage() == null ? "unknown" : e.getMessage();
        return message.replaceFirst("^(ParseError: )?KaTeX parse error: ", "");
    }

    private static String source() {
        try (var in = Katex.class.getResourceAsStream("katex.min.js")) {
            if (in == null) {
                throw new IllegalStateException(
                        "katex.min.js is missing: the build puts it beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
