package descent.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import descent.search.text.Spelling.Candidate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "adam, adam, 0",
        "adam, adams, 1",
        "gradient, gradiant, 1",
        "sgd, sdg, 1",
        "momentum, mometnum, 1",
        "kitten, sitting, 3",
        "ca, abc, 3",
        "'', rate, 4",
    })
    void distanceCountsMistakes(String one, String other, int mistakes) {
        assertEquals(mistakes, Spelling.distance(one, other));
        assertEquals(mistakes, Spelling.distance(other, one));
    }

    @Test
    void shortWordsMayHaveFewerMistakes() {
        assertEquals(Optional.of("rate"), nearest("rade", "rate"));
        assertEquals(Optional.empty(), nearest("rade", "road"));
        assertEquals(Optional.of("momentum"), nearest("momnetun", "momentum"));
        assertEquals(Optional.empty(), nearest("momnettun", "momentum"));
        assertEquals(Optional.empty(), nearest("it", "is"));
    }

    @Test
    void nearestComesFirstThenWhatMostTextsHave() {
        var words =
                List.of(
                        new Candidate("lass", 9),
                        new Candidate("loss", 7),
                        new Candidate("less", 8));
        assertEquals(Optional.of("lass"), Spelling.nearest("lss", words));
        assertEquals(Optional.of("loss"), Spelling.nearest("losss", words));
    }

    @Test
    void misspeltWordSharesTrigrams() {
        assertEquals(Set.of("  s", " sg", "sgd", "gd "), Spelling.trigrams("sgd"));
        assertFalse(Collections.disjoint(Spelling.trigrams("sgd"), Spelling.trigrams("sdg")));
    }

    private static Optional<String> nearest(String typed, String word) {
        return Spelling.nearest(typed, List.of(new Candidate(word, 1)));
    }
}
