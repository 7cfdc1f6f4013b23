package descent.editor.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.editor.replace.Hits.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitsTest {
    private static final String TEXT = "The rate.\n  A rate, a Rate.\n";

    @Test
    void everyPlaceIsFoundWithItsLine() {
        assertEquals(
                List.of(
                        new Hit(4, 1, "The ", "rate", "."),
                        new Hit(14, 2, "A ", "rate", ", a Rate."),
                        new Hit(22, 2, "A rate, a ", "Rate", ".")),
                new Hits(TEXT, "rate", false).all());
        assertEquals(2, new Hits(TEXT, "rate", true).all().size());
        assertEquals(List.of(), new Hits(TEXT, "r.te", false).all());
    }

    @Test
    void onlyWhatIsChosenIsReplaced() {
        var hits = new Hits(TEXT, "rate", false);
        assertEquals("The rate.\n  A $1, a $1.\n", hits.replaced(List.of(22, 14), "$1"));
        assertEquals(TEXT, hits.replaced(List.of(), "x"));
        assertThrows(IllegalArgumentException.class, () -> hits.replaced(List.of(5), "x"));
    }
}
