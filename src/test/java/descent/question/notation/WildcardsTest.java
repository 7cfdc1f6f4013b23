package descent.question.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    momentum           | momentum
                    momentum           | Momentum
                    momentum           | "  MOMENTUM  "
                    mini-batch         | mini‑batch
                    mini-batch         | mini–batch
                    mini batch         | "mini \t batch"
                    Nesterov's         | nesterov’s
                    straße             | STRASSE
                    naïve              | naïve
                    ﬁt                 | fit
                    ｒｅｌｕ               | ReLU
                    *batch*            | mini-batch descent
                    *batch*            | batch
                    mini*batch         | mini-batch
                    a*b*c              | a1b2b3c
                    *                  | anything
                    a\\*b              | a*b
                    soft*              | soft
                    """)
    void matches(String pattern, String typed) {
        assertTrue(new Wildcards(pattern, false).matches(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    momentum   | moment
                    momentum   | momentum!
                    mini*batch | mini-batches
                    a\\*b      | axb
                    a*b*c      | a1c2b
                    *x         | y
                    """)
    void doesNotMatch(String pattern, String typed) {
        assertFalse(new Wildcards(pattern, false).matches(typed));
    }

    @Test
    void caseCountsWhereAsked() {
        assertFalse(new Wildcards("ReLU", true).matches("relu"));
        assertTrue(new Wildcards("ReLU", true).matches(" ReLU"));
    }

    @Test
    void exampleMatchesItself() {
        assertEquals("minibatch", Wildcards.example("mini*batch*"));
        assertEquals("a*b", Wildcards.example("a\\*b"));
    }

    @Test
    void manyWildcardsOnALongTextTakeNoTime() {
        var pattern = "*a".repeat(50) + "b";
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertFalse(new Wildcards(pattern, false).matches("a".repeat(20_000))));
    }
}
