package descent.quiz.view;

import descent.question.drawn.Input;
import descent.question.drawn.Reading;
import descent.question.drawn.RefusedResponse;
import descent.quiz.view.Texts.Pen;
import descent.shared.text.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked, with what was answered so far: made of what is asked alone, never of the
 * key.
 *
 * @param kind how it is shown: radio, check, select, spot, order, number, text, formula, experiment
 *     or essay
 * @param label what it is about; nothing when the question says it
 * @param name the same in plain words, for who cannot see where it stands
 * @param values as they were given
 * @param places of an order, each with the choices for it
 * @param settings of an experiment that may be changed
 * @param hint what may be typed
 * @param problem why what was typed cannot be graded; empty when it can
 * @param understood how it was understood; empty where that goes without saying
 */
public record InputView(
        String id,
        String kind,
        Html label,
        String name,
        List<Choice> choices,
        boolean lettered,
        List<String> values,
        List<Place> places,
        List<Setting> settings,
        @Nullable Picture picture,
        String hint,
        String problem,
        String understood) {
    /** Something to choose. */
    public record Choice(String id, String letter, Html text, String plain, boolean chosen) {}

    /** A place in an order. */
    public record Place(int number, List<Choice> choices) {}

    /**
     * What may be changed of an experiment.
     *
     * @param lines how much room it needs
     */
    public record Setting(String path, String value, int lines) {}

    /** A figure with regions, their places in percent. */
    public record Picture(String src, String alternative, List<Input.Region> regions) {}

    /** As a form names it. */
    public String field() {
        return "answer." + id;
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /**
     * @param alone whether the question asks nothing else
     */
    static InputView of(Input input, List<String> values, int number, boolean alone, Pen pen) {
        var reading = reading(input, values);
        return switch (input) {
            case Input.Choice choice -> {
                var kind = choice.several() ? "check" : alone ? "radio" : "select";
                yield made(input, kind, values, reading)
                        .labelled(pen.html(choice.label()), name(choice.label(), number))
                        .choosing(choices(choice.options(), values, pen))
                        .done();
            }
            case Input.Spot spot ->
                    made(input, "spot", values, reading)
                            .labelled(Html.NONE, "The place on the figure")
                            .choosing(regions(spot, values))
                            .showing(
                                    new Picture(
                                            pen.figure(spot.figure()),
                                            spot.alternative(),
                                            spot.regions()))
                            .done();
            case Input.Ordering ordering ->
                    made(input, "order", values, reading)
                            .labelled(Html.NONE, "The order")
                            .choosing(choices(ordering.items(), List.of(), pen))
                            .placing(places(ordering, values, pen))
                            .done();
            case Input.NumberField field ->
                    made(input, "number", values, reading)
                            .labelled(pen.html(field.label()), name(field.label(), number))
                            .hinting(
                                    field.units().isEmpty()
                                            ? "A number."
                                            : "A number, in "
                                                    + String.join(" or ", field.units())
                                                    + ".")
                            .done();
            case Input.TextField field ->
                    made(input, "text", values, reading)
                            .labelled(pen.html(field.label()), name(field.label(), number))
                            .hinting("A word or a few.")
                            .done();
            case Input.FormulaField field ->
                    made(input, "formula", values, reading)
                            .labelled(pen.html(field.label()), name(field.label(), number))
                            .hinting(
                                    "A formula in %s, such as 2*x^2 - exp(x)/3 would be in x."
                                            .formatted(String.join(", ", field.variables())))
                            .done();
            case Input.Configuration experiment ->
                    made(input, "experiment", values, reading)
                            .labelled(pen.html(experiment.task()), "The configuration")
                            .setting(settings(experiment, values))
                            .hinting(
                                    "Change what you like here; all else stays as it is. The server"
                                            + " runs it when you have handed in.")
                            .done();
            case Input.Essay _ ->
                    made(input, "essay", values, reading)
                            .labelled(Html.NONE, "Your answer")
                            .hinting("At most 20,000 characters.")
                            .done();
        };
    }

    private static String name(String label, int number) {
        return label.isEmpty() ? "Answer " + number : Texts.plain(label);
    }

    private static Reading reading(Input input, List<String> values) {
        try {
            return input.read(values);
        } catch (RefusedResponse e) {
            return new Reading.Invalid(String.valueOf(e.getMessage()));
        }
    }

    private static List<Choice> choices(List<Input.Option> options, List<String> chosen, Pen pen) {
        return IntStream.range(0, options.size())
                .mapToObj(i ->
                        new Choice(
                                options.get(i).id(),
                                letter(i),
                                pen.html(options.get(i).text()),
                                options.get(i).text().contains("$")
                                        ? letter(i)
                                        : letter(i) + ". " + Texts.plain(options.get(i).text()),
                                chosen.contains(options.get(i).id())))
                .toList();
    }

    private static List<Choice> regions(Input.Spot spot, List<String> chosen) {
        return IntStream.range(0, spot.regions().size())
                .mapToObj(i -> {
                    var region = spot.regions().get(i);
                    return new Choice(
                            region.id(),
                            letter(i),
                            Html.NONE,
                            region.label(),
                            chosen.contains(region.id()));
                })
                .toList();
    }

    private static List<Place> places(Input.Ordering ordering, List<String> values, Pen pen) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < ordering.items().size(); i++) {
            var here = i < values.size() ? List.of(values.get(i)) : List.<String>of();
            places.add(new Place(i + 1, choices(ordering.items(), here, pen)));
        }
        return places;
    }

    private static List<Setting> settings(Input.Configuration experiment, List<String> values) {
        var settings = new ArrayList<Setting>();
        var start = experiment.startValues();
        for (int i = 0; i < start.size(); i++) {
            boolean given = i < values.size() && !values.get(i).isBlank();
            int lines = (int) start.get(i).lines().count();
            settings.add(
                    new Setting(
                            experiment.free().get(i),
                            given ? values.get(i) : start.get(i),
                            lines == 1 ? 1 : lines + 2));
        }
        return settings;
    }

    static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
    }

    /** How each input was understood, for the page that has just saved it. */
    public static Map<String, String> words(Reading reading) {
        return switch (reading) {
            case Reading.Unanswered _ -> Map.of("problem", "", "understood", "");
            case Reading.Invalid(var reason) -> Map.of("problem", reason, "understood", "");
            case Reading.Understood(var as) -> Map.of("problem", "", "understood", as);
        };
    }

    private static Making made(Input input, String kind, List<String> values, Reading reading) {
        return new Making(input.id(), kind, values, words(reading));
    }

    /** An input view of which only some parts are there: most kinds have few of them. */
    private static final class Making {
        private final String id;
        private final String kind;
        private final List<String> values;
        private final Map<String, String> words;
        private Html label = Html.NONE;
        private String name = "";
        private List<Choice> choices = List.of();
        private List<Place> places = List.of();
        private List<Setting> settings = List.of();
        private @Nullable Picture picture;
        private String hint = "";

        Making(String id, String kind, List<String> values, Map<String, String> words) {
            this.id = id;
            this.kind = kind;
            this.values = values;
            this.words = words;
        }

        Making labelled(Html label, String name) {
            this.label = label;
            this.name = name;
            return this;
        }

        Making choosing(List<Choice> choices) {
            this.choices = choices;
            return this;
        }

        Making placing(List<Place> places) {
            this.places = places;
            return this;
        }

        Making setting(List<Setting> settings) {
            this.settings = settings;
            return this;
        }

        Making showing(Picture picture) {
            this.picture = picture;
            return this;
        }

        Making hinting(String hint) {
            this.hint = hint;
            return this;
        }

        InputView done() {
            boolean lettered = choices.stream().anyMatch(c -> c.plain().equals(c.letter()));
            return new InputView(
                    id,
                    kind,
                    label,
                    name,
                    choices,
                    lettered,
                    values,
                    places,
                    settings,
                    picture,
                    hint,
                    words.getOrDefault("problem", ""),
                    words.getOrDefault("understood", ""));
        }
    }
}
