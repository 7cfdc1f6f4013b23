package descent.experiment.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.path.LossSurface;
import descent.testing.SecondLane;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SecondLane
class PathViewTest {
    private static PathForm form(String... query) {
        var fields =
                Arrays.stream(query)
                        .map(field -> field.split("=", 2))
                        .collect(
                                Collectors.groupingBy(
                                        field -> field[0],
                                        Collectors.mapping(
                                                field -> field[1], Collectors.toList())));
        return PathForm.read(name -> fields.getOrDefault(name, List.of()));
    }

    private static PathView view(String... query) {
        var form = form(query);
        assertEquals(List.of(), form.problems());
        return PathView.of(form, 10);
    }

    @ParameterizedTest
    @EnumSource
    void everyOptimizerGetsSomewhereAsItIsSetAtFirst(Walker walker) {
        for (var surface : LossSurface.values()) {
            var view = view("surface=" + surface.text(), "use=" + walker.kind());
            assertFalse(view.focused().diverged(), walker + " on " + surface);
            assertTrue(
                    number(view.focused().losses().getLast())
                            < number(view.focused().losses().getFirst()),
                    walker + " on " + surface);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Test
    void termsOfMomentumAddUpToTheStep() {
        for (var kind : List.of("momentum", "nesterov")) {
            for (var row :
                    view("surface=ravine", "use=" + kind, "steps=20").rows().subList(0, 20)) {
                var terms =
                        row.arrows().stream()
                                .collect(Collectors.toMap(Arrow::term, arrow -> arrow));
                assertEquals(
                        List.of("gradient", "memory", "step"),
                        row.arrows().stream().map(Arrow::term).toList());
                var step = terms.get("step");
                assertEquals(step.x(), terms.get("gradient").x() + terms.get("memory").x(), 1e-3);
                assertEquals(step.y(), terms.get("gradient").y() + terms.get("memory").y(), 1e-3);
            }
        }
    }

    @Test
    void stepLeadsToTheNextPoint() {
        var view = view("surface=twoMinima", "use=adam", "steps=30");
        for (int i = 0; i < 30; i++) {
            var here = view.rows().get(i).from().split(",");
            var next = view.rows().get(i + 1).from().split(",");
            var step = view.rows().get(i).arrows().getLast();
            assertEquals(number(next[0]), number(here[0]) + step.x(), 0.11);
            assertEquals(number(next[1]), number(here[1]) + step.y(), 0.11);
        }
        assertEquals(List.of(), view.rows().getLast().arrows());
    }

    @Test
    void divergedPathEndsAndIsStillDrawn() {
        var view =
                view("surface=beale", "use=sgd", "use=adam", "sgd.learningRate=100", "focus=sgd");
        assertTrue(view.focused().diverged());
        assertTrue(view.focused().outcome().startsWith("diverged at step "));
        assertTrue(view.rows().size() < 10);
        assertEquals(
                view.rows().getLast(),
                PathView.of(form("surface=beale", "use=sgd", "sgd.learningRate=100"), 300).now());
        assertTrue(
                view.focused().points().stream()
                        .flatMap(point -> Arrays.stream(point.split(",")))
                        .allMatch(length -> Math.abs(number(length)) <= 8000));
    }

    @Test
    void anotherSurfaceBeginsAtItsOwnStart() {
        var form =
                form(
                        "of=ravine",
                        "surface=rosenbrock",
                        "x=-3.5",
                        "y=1.5",
                        "steps=7",
                        "use=sgd",
                        "use=adam",
                        "sgd.learningRate=0.08",
                        "adam.beta1=0.5");
        assertEquals(List.of(), form.problems());
        assertEquals(LossSurface.ROSENBROCK.start(), form.start());
        assertEquals("500", form.steps().text());
        assertEquals("0.002", form.runners().getFirst().settings().getFirst().text());
        assertEquals(
                "0.5", form.runners().getLast().settings().get(1).text(), "not of the surface");
    }

    @Test
    void whatCannotBeIsSaid() {
        assertEquals(
                List.of(
                        "Steps must be a whole number from 1 to 500, was \"501\".",
                        "Adam: Beta1 must be a number from 0 to 0.9999, was \"1\"."),
                form("use=adam", "adam.beta1=1", "steps=501").problems());
        assertEquals(List.of("Choose at least one optimizer."), form("of=ravine").problems());
        assertEquals(
                List.of("Choose at most 6 optimizers, not 7."),
                form(
                                "use=sgd",
                                "use=momentum",
                                "use=nesterov",
                                "use=adam",
                                "use=adamW",
                                "use=lion",
                                "use=nadam")
                        .problems());
        assertEquals(
                List.of(
                        "Surface must be one of: bowl, ravine, saddle, rosenbrock, beale, twoMinima."),
                form("surface=../etc").problems());
    }

    @ParameterizedTest
    @EnumSource
    void contoursAreLinesOfEqualLoss(LossSurface surface) {
        var frame = new Frame(surface.window());
        var lines = Contours.of(surface);
        assertEquals(12, lines.size());
        double before = Double.NEGATIVE_INFINITY;
        for (var line : lines) {
            var losses =
                    Pattern.compile("[ML](\\S+) ([^ML]+)")
                            .matcher(line)
                            .results()
                            .map(point ->
                                    surface.value(
                                            frame.weightX(number(point.group(1))),
                                            frame.weightY(number(point.group(2)))))
                            .sorted()
                            .toList();
            double middle = losses.get(losses.size() / 2);
            assertTrue(middle > before, "each line is higher than the one before");
            before = middle;
        }
    }

    @Test
    void settingsAreBoundedAsTheEngineSays() {
        var settings =
                form("use=rmsProp").runners().getFirst().settings().stream()
                        .collect(Collectors.toMap(field -> field.name(), field -> field));
        assertEquals(0.9999, settings.get("rmsProp.alpha").max());
        assertEquals(
                Map.of("rmsProp.epsilon", "1e-8", "rmsProp.momentum", "0"),
                Map.of(
                        "rmsProp.epsilon",
                        settings.get("rmsProp.epsilon").text(),
                        "rmsProp.momentum",
                        settings.get("rmsProp.momentum").text()));
    }
}
