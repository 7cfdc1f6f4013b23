package descent.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradient | ('gradient')",
                "Gradient DESCENT | ('gradient') & ('descent')",
                "learning-rate | ('learning') & ('rate')",
                "\"learning rate\" | ('learning' <-> 'rate')",
                "\"learning rate | ('learning' <-> 'rate')",
                "noise -batch | ('noise') & !('batch')",
                "noise -\"large batch\" | ('noise') & !('large' <-> 'batch')",
                "noise - batch | ('noise') & ('batch')",
                "Schrödinger's η₁ | ('schrodinger') & ('s') & ('η1')",
                "a & b | c:* <-> !(d) | ('a') & ('b') & ('c') & ('d')",
                "x'; drop table search_entry;-- | ('x') & ('drop') & ('table') & ('search') & ('entry')",
            })
    void wordsAreAllThatReachesTheDatabase(String line) {
        int bar = line.lastIndexOf(" | ");
        assertEquals(line.substring(bar + 3).strip(), SearchQuery.of(line.substring(0, bar)).all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\0", "\"", "\"\"", "-", "-word", "-\"two words\"", "?!& | :*"})
    void saysNothingOfWhatIsToBeThere(String typed) {
        assertTrue(SearchQuery.of(typed).isEmpty());
    }

    @Test
    void controlCharactersPartWords() {
        var query = SearchQuery.of(" a\0b\r\nc ");
        assertEquals("a b c", query.text());
        assertEquals(Set.of("a", "b", "c"), query.words());
    }

    @Test
    void wordLongerThanAnyIsParted() {
        var query = SearchQuery.of("x".repeat(SearchQuery.LONGEST));
        assertEquals(Set.of("x".repeat(Words.LONGEST), "x".repeat(20)), query.words());
    }

    @Test
    void misspeltWordsAreReplacedButForThoseThatMustNotBeThere() {
        var query = SearchQuery.of("momentun \"lerning rate\" -momentun");
        assertEquals(Set.of("momentun", "lerning", "rate"), query.words());
        var meant = query.spelt(Map.of("momentun", "momentum", "lerning", "learning"));
        assertEquals("momentum \"learning rate\" -momentun", meant.text());
        assertEquals("('momentum') & ('learning' <-> 'rate') & !('momentun')", meant.all());
        assertEquals(meant.all(), SearchQuery.of(meant.text()).all());
    }

    @Test
    void beginningOfAWordFindsTheWord() {
        var query = SearchQuery.of("backprop by hand").beginning(Set.of("backprop"));
        assertEquals("('backprop':*) & ('by') & ('hand')", query.all());
        assertEquals("backprop by hand", query.text());
    }

    @Test
    void anyOfTheWordsButNoneOfThoseThatMustNotBeThere() {
        var query = SearchQuery.of("noise rate -batch");
        assertEquals("(('noise') | ('rate')) & !('batch')", query.any());
        assertFalse(query.isEmpty());
    }
}
