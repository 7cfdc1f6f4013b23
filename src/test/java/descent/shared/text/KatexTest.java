package descent.shared.text;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

class KatexTest {
    /** As that of the packaged program: it has the classes, and does not tell of services. */
    private static final class Silent extends ClassLoader {
        Silent() {
            super(Engine.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/services/")
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }

    @Test
    void drawsForAThreadWhoseLoaderKnowsOfNoLanguage() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var silent = new Silent();
        thread.setContextClassLoader(silent);
        try {
            assertTrue(new Katex().html("x^2", false).contains("<msup>"));
            assertSame(silent, thread.getContextClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
