package descent.question.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.question.answer.State;
import descent.shared.text.Prose;
import descent.shared.text.TestFormulas;
import descent.testing.SecondLane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every variant of every generator. */
@SecondLane
class GeneratorsTest {
    private static final int SEEDS = 300;

    static Stream<Generator> all() {
        return Generators.byName().values().stream();
    }

    /** The generator with each combination of its names alone, and numbers at their ends. */
    private static List<Map<String, Bound>> corners(Generator generator) {
        var corners = new ArrayList<Map<String, Bound>>(List.of(Map.of()));
        for (var parameter : generator.parameters()) {
            var bounds = new ArrayList<Bound>();
            switch (parameter) {
                case Parameter.Choice choice ->
                        choice.allowed()
                                .forEach(name -> bounds.add(new Bound.Names(List.of(name))));
                case Parameter.Number number -> {
                    bounds.add(number.usual());
                    bounds.add(new Bound.Numbers(number.least(), number.least()));
                    bounds.add(new Bound.Numbers(number.most(), number.most()));
                }
            }
            var more = new ArrayList<Map<String, Bound>>();
            for (var corner : corners) {
                for (var bound : bounds) {
                    var map = new HashMap<>(corner);
                    map.put(parameter.name(), bound);
                    more.add(map);
                }
            }
            corners.clear();
            corners.addAll(more);
        }
        return corners;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyVariantHasAKeyThatScores(Generator generator) {
        for (var bounds : corners(generator)) {
            for (long seed = 0; seed < 5; seed++) {
                check(generator.variant(bounds, seed), bounds + " " + seed);
            }
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            check(generator.variant(Map.of(), seed), "seed " + seed);
        }
    }

    private static void check(Variant variant, String where) {
        var key = variant.answer();
        assertEquals(State.RIGHT, key.judge(key.model()).state(), where);
        for (var slip : key.slips()) {
            var verdict = key.judge(List.of(slip.values().middle().toString()));
            assertEquals(State.WRONG, verdict.state(), where + ": " + slip);
        }
        assertFalse(variant.text().contains("null") || variant.solution().contains("NaN"), where);
        assertFalse(variant.text().contains("%"), variant.text());
        assertFalse(variant.solution().isBlank(), where);
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameSeedDrawsTheSameAndOthersDiffer(Generator generator) {
        var texts = new HashSet<String>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var variant = generator.variant(Map.of(), seed);
            assertEquals(variant, generator.variant(Map.of(), seed));
            texts.add(variant.text());
        }
        assertTrue(texts.size() > SEEDS / 5, texts.size() + " different texts");
    }

    /** A learner who makes a named mistake is told so in most variants. */
    @ParameterizedTest
    @MethodSource("all")
    void typicalSlipsAreRecognised(Generator generator) {
        int slips = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            slips += generator.variant(Map.of(), seed).answer().slips().size();
        }
        assertTrue(slips >= SEEDS, slips + " slips in " + SEEDS + " variants");
    }

    @ParameterizedTest
    @MethodSource("all")
    void formulasOfTextAndSolutionCanBeDrawn(Generator generator) {
        var seen = new HashSet<String>();
        for (var bounds : corners(generator)) {
            var variant = generator.variant(bounds, 7);
            for (var text : List.of(variant.text(), variant.solution())) {
                for (var formula : Prose.of(text).formulas()) {
                    // one of each shape is enough
                    if (seen.add(formula.tex().replaceAll("[0-9]+", "0")) && seen.size() < 30) {
                        TestFormulas.DRAWN_ONCE.draw(formula.tex(), formula.display());
                    }
                }
                assertEquals(0, text.chars().filter(c -> c == '$').count() % 2, text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyVariantOffersValuesToAuthors(Generator generator) {
        for (var bounds : corners(generator)) {
            var names = generator.variant(bounds, 1).values().keySet();
            assertEquals(names, generator.variant(bounds, 2).values().keySet());
            names.forEach(name -> assertTrue(name.matches("[a-z][a-z-]{2,}"), name));
        }
    }

    @Test
    void boundsOfParametersAreChecked() {
        for (var generator : Generators.byName().values()) {
            for (var parameter : generator.parameters()) {
                assertEquals(parameter.usual(), parameter.checked(parameter.usual()));
            }
        }
    }
}
