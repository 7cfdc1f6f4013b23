package descent.experiment.path;

import descent.engine.path.LossSurface;
import descent.engine.path.LossSurface.Position;
import descent.experiment.Choice;
import descent.experiment.NumberField;
import descent.experiment.Typed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that an address says of paths, with what is wrong in it; what it leaves out is as usual.
 *
 * @param runners those who go down the surface
 * @param focus the kind of the one whose arrows and table are shown
 */
record PathForm(
        Choice surfaces,
        NumberField x,
        NumberField y,
        NumberField steps,
        List<Entry> entries,
        List<Runner> runners,
        Choice focus,
        List<String> problems) {
    /** As many as there are colours of curves. */
    private static final int MOST = 6;

    private static final int MOST_STEPS = 500;
    private static final List<String> USUAL = List.of("sgd", "momentum", "adam");
    private static final List<Choice.Option> SURFACES =
            Arrays.stream(LossSurface.values())
                    .map(surface -> new Choice.Option(surface.text(), title(surface)))
                    .toList();

    /** An optimizer that can be chosen. */
    record Entry(Walker walker, boolean chosen) {}

    /** One that is chosen, with its settings. */
    record Runner(Walker walker, List<NumberField> settings) {
        public Runner {
            settings = List.copyOf(settings);
        }

        double learningRate() {
            return settings.getFirst().value();
        }
    }

    PathForm {
        entries = List.copyOf(entries);
        runners = List.copyOf(runners);
        problems = List.copyOf(problems);
    }

    private static String title(LossSurface surface) {
        return switch (surface) {
            case BOWL -> "Bowl";
            case RAVINE -> "Ravine";
            case SADDLE -> "Saddle";
            case ROSENBROCK -> "Rosenbrock's valley";
            case BEALE -> "Beale's function";
            case TWO_MINIMA -> "Two minima";
        };
    }

    /**
     * @param all gives all that came in for a field, in order
     */
    static PathForm read(Function<String, List<String>> all) {
        Typed any = name -> all.apply(name).stream().findFirst().orElse(null);
        var asked = Objects.requireNonNullElse(any.in("surface"), LossSurface.RAVINE.text());
        var choice = Choice.of("surface", "Surface", SURFACES, asked);
        var surface = surface(choice);
        // Start, steps and rates suit one surface: with another, others are usual.
        var before = any.in("of");
        boolean isOther = before != null && !before.equals(choice.chosen());
        Typed typed = name -> isOther && isOfSurface(name) ? null : any.in(name);
        var used = all.apply("use").isEmpty() && before == null ? USUAL : all.apply("use");
        var entries =
                Arrays.stream(Walker.values())
                        .map(walker -> new Entry(walker, used.contains(walker.kind())))
                        .toList();
        var runners =
                entries.stream()
                        .filter(Entry::chosen)
                        .map(entry ->
                                new Runner(entry.walker(), entry.walker().settings(surface, typed)))
                        .toList();
        var window = surface.window();
        var x =
                NumberField.of(
                        "x",
                        "Start x",
                        window.left(),
                        window.right(),
                        surface.start().x(),
                        typed.in("x"));
        var y =
                NumberField.of(
                        "y",
                        "Start y",
                        window.bottom(),
                        window.top(),
                        surface.start().y(),
                        typed.in("y"));
        var steps =
                NumberField.whole(
                        "steps", "Steps", 1, MOST_STEPS, usualSteps(surface), typed.in("steps"));
        return new PathForm(
                choice,
                x,
                y,
                steps,
                entries,
                runners,
                focus(runners, any.in("focus")),
                problems(choice, runners, Stream.of(x, y, steps)));
    }

    private static boolean isOfSurface(String name) {
        return name.equals("x")
                || name.equals("y")
                || name.equals("steps")
                || name.endsWith(".learningRate");
    }

    private static LossSurface surface(Choice choice) {
        return Arrays.stream(LossSurface.values())
                .filter(surface -> surface.text().equals(choice.chosen()))
                .findFirst()
                .orElse(LossSurface.BOWL);
    }

    private static int usualSteps(LossSurface surface) {
        return switch (surface) {
            case BOWL, RAVINE, SADDLE, TWO_MINIMA -> 100;
            case BEALE -> 300;
            case ROSENBROCK -> MOST_STEPS;
        };
    }

    /** Of one that is not there any more, the first. */
    private static Choice focus(List<Runner> runners, @Nullable String asked) {
        var options =
                runners.stream()
                        .map(runner ->
                                new Choice.Option(runner.walker().kind(), runner.walker().title()))
                        .toList();
        var chosen =
                options.stream()
                        .map(Choice.Option::name)
                        .filter(name -> name.equals(asked))
                        .findFirst()
                        .or(() ->
                                options.stream().map(Choice.Option::name).reduce((_, last) -> last))
                        .orElse("");
        return new Choice("focus", "Arrows and table of", options, chosen);
    }

    private static List<String> problems(
            Choice surface, List<Runner> runners, Stream<NumberField> fields) {
        var problems = new ArrayList<String>();
        surface.problem().ifPresent(problems::add);
        if (runners.isEmpty()) {
            problems.add("Choose at least one optimizer.");
        }
        if (runners.size() > MOST) {
            problems.add("Choose at most %d optimizers, not %d.".formatted(MOST, runners.size()));
        }
        fields.flatMap(field -> Stream.ofNullable(field.problem())).forEach(problems::add);
        for (var runner : runners) {
            runner.settings().stream()
                    .flatMap(field -> Stream.ofNullable(field.problem()))
                    .map(problem -> runner.walker().title() + ": " + problem)
                    .forEach(problems::add);
        }
        return problems;
    }

    LossSurface surface() {
        return surface(surfaces);
    }

    Position start() {
        return new Position(x.value(), y.value());
    }
}
