package descent.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final String TEXT =
            "The new weight is the old one minus a small multiple of the slope.";

    private static String shown(String headline) {
        return Snippet.of(headline.replace('[', '\u0002').replace(']', '\u0003'), TEXT)
                .stretches()
                .stream()
                .map(stretch -> stretch.marked() ? "[" + stretch.text() + "]" : stretch.text())
                .collect(Collectors.joining());
    }

    @Test
    void wholeTextHasNoDots() {
        var whole = TEXT.replace("weight", "[weight]").replace("slope", "[slope]");
        assertEquals(whole, shown(whole));
    }

    @Test
    void dotsStandWhereSomethingIsLeftOut() {
        assertEquals("The new [weight] is the old one …", shown("The new [weight] is the old one"));
        assertEquals("… [multiple] of the [slope].", shown("[multiple] of the [slope]."));
        assertEquals("… minus a small multiple …", shown("minus a small multiple"));
    }

    @Test
    void textOfNothingIsNothing() {
        assertEquals("", Snippet.of("", "").stretches().getFirst().text());
    }
}
