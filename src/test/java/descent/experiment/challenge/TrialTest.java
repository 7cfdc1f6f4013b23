package descent.experiment.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.material.Challenge;
import descent.course.material.ContentFiles;
import descent.course.reading.ContentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Path FILE = Path.of("src/test/content/sample/challenges.yaml");

    private static Challenge challenge(String... replaced) throws Exception {
        var text = Files.readString(FILE);
        for (int i = 0; i < replaced.length; i += 2) {
            assertTrue(text.contains(replaced[i]));
            text = text.replace(replaced[i], replaced[i + 1]);
        }
        return new ContentReader(ContentFiles.ofTexts(Map.of("sample/challenges.yaml", text)))
                .course("sample")
                .challenges()
                .getFirst();
    }

    private static String rules(String... replaced) throws Exception {
        return Trial.of(challenge(replaced)).rules();
    }

    @Test
    void otherWordsLeaveTheRulesAsTheyAre() throws Exception {
        assertEquals(
                rules(),
                rules(
                        "Take longer steps.",
                        "Longer steps!",
                        "Reach the valley",
                        "Down",
                        "below: 0.05",
                        "below: 0.050"));
    }

    @Test
    void anotherTargetLimitStartOrRankMakesOtherRules() throws Exception {
        assertNotEquals(rules(), rules("below: 0.05}", "below: 0.04}"));
        assertNotEquals(
                rules(), rules("limits: {parameters: 20, steps: 60}", "limits: {steps: 60}"));
        assertNotEquals(rules(), rules("seed: 5", "seed: 6"));
        assertNotEquals(rules(), rules("rank: steps", "rank: parameters"));
        assertNotEquals(rules(), rules(", network.layers]", "]"));
    }

    @Test
    void wordsForTargetsAndLimits() throws Exception {
        assertEquals("final training loss below 0.05", Words.target(challenge().target()));
        assertEquals("at most 20 parameters, 60 steps", Words.limits(challenge()));
        assertEquals("fewest steps", Words.rank(challenge()));
        assertEquals(
                "highest best validation accuracy",
                Words.rank(
                        challenge(
                                "rank: steps",
                                "rank: figure",
                                "final.train.loss, below",
                                "best.validation.accuracy, above")));
        assertEquals("validation loss at step 40", Words.figure("step.40.validation.loss"));
        assertEquals("test loss", Words.figure("test.loss"));
    }
}
