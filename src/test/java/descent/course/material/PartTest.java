package descent.course.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void isReadOnceThoughAllAskAtOnceAndNotBefore() throws Exception {
        var readings = new AtomicInteger();
        var part =
                new Part<>(
                        "a/lesson.md",
                        7,
                        () ->
                                new Part.Read<>(
                                        "text " + readings.incrementAndGet(),
                                        Index.EMPTY,
                                        List.of()));
        assertEquals("a/lesson.md", part.path());
        assertEquals(7, part.revision());
        assertEquals(0, readings.get());
        try (var readers = Executors.newFixedThreadPool(8)) {
            Callable<String> asks = part::get;
            for (var text : readers.invokeAll(Collections.nCopies(50, asks))) {
                assertEquals("text 1", text.get());
            }
        }
        assertTrue(part.isThere());
        assertEquals(1, readings.get());
    }
}
