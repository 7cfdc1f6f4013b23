package descent.question.drawn;

import descent.engine.spec.ExperimentSpec;
import descent.question.drawn.Reading.Invalid;
import descent.question.drawn.Reading.Unanswered;
import descent.question.drawn.Reading.Understood;
import descent.question.notation.Expression;
import descent.question.notation.NotUnderstood;
import descent.question.notation.Settings;
import descent.question.notation.TypedNumber;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * One thing that is asked of the learner, as it may go to a browser: nothing here tells what is
 * right, and ids are words of chance. Labels and option texts are Markdown.
 */
public sealed interface Input {
    /** Its name in the {@link Response}. */
    String id();

    /**
     * Whether the values can be graded.
     *
     * @throws RefusedResponse when they hold an id that is not of this input
     */
    Reading read(List<String> given);

    /** The ids that a value may have; empty where anything can be typed. */
    default List<String> choices() {
        return List.of();
    }

    /** Something to choose, by its id. */
    record Option(String id, String text) {}

    /**
     * One of the options or several of them; the values are their ids.
     *
     * @param label what this choice is about, as in a row of a matching; empty when the question
     *     says it
     */
    record Choice(String id, String label, List<Option> options, boolean several) implements Input {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Reading read(List<String> given) {
            return Input.chosen(this, given, several);
        }

        @Override
        public List<String> choices() {
            return options.stream().map(Option::id).toList();
        }
    }

    /** A place on a figure; the value is the id of its region. */
    record Spot(String id, String figure, String alternative, List<Region> regions)
            implements Input {
        public Spot {
            regions = List.copyOf(regions);
        }

        @Override
        public Reading read(List<String> given) {
            return Input.chosen(this, given, false);
        }

        @Override
        public List<String> choices() {
            return regions.stream().map(Region::id).toList();
        }
    }

    /** A rectangle on a figure, its place and size in percent of the figure's. */
    record Region(
            String id,
            String label,
            BigDecimal x,
            BigDecimal y,
            BigDecimal width,
            BigDecimal height) {}

    /** All items in an order; the values are their ids, first to last, empty for a free place. */
    record Ordering(String id, List<Option> items) implements Input {
        public Ordering {
            items = List.copyOf(items);
        }

        @Override
        public Reading read(List<String> given) {
            var placed = given.stream().filter(value -> !value.isEmpty()).toList();
            Input.refuseForeign(this, placed);
            if (placed.isEmpty()) {
                return new Unanswered();
            }
            if (new HashSet<>(placed).size() < placed.size()) {
                return new Invalid("an item stands in two places");
            }
            return placed.size() < items.size()
                    ? new Invalid(
                            "%d of %d items have a place".formatted(placed.size(), items.size()))
                    : new Understood("");
        }

        @Override
        public List<String> choices() {
            return items.stream().map(Option::id).toList();
        }
    }

    /**
     * A number, see {@link TypedNumber}.
     *
     * @param units that it may have; the first is the one meant when none is typed
     */
    record NumberField(String id, String label, List<String> units) implements Input {
        public NumberField {
            units = List.copyOf(units);
        }

        @Override
        public Reading read(List<String> given) {
            return Input.typed(given, text -> TypedNumber.read(text, units).text());
        }
    }

    /** A word or a few. */
    record TextField(String id, String label) implements Input {
        @Override
        public Reading read(List<String> given) {
            return Input.typed(given, _ -> "");
        }
    }

    /** A formula in these variables, see {@link Expression}. */
    record FormulaField(String id, String label, List<String> variables) implements Input {
        public FormulaField {
            variables = List.copyOf(variables);
        }

        @Override
        public Reading read(List<String> given) {
            return Input.typed(given, text -> Expression.read(text, variables).text());
        }
    }

    /** A text of any length that a response may have. */
    record Essay(String id) implements Input {
        @Override
        public Reading read(List<String> given) {
            return Input.typed(given, _ -> "");
        }
    }

    /**
     * An experiment to be configured; the values are what stands at each free path, in their order,
     * as {@link Settings} reads it.
     *
     * @param task what is asked of its run, Markdown
     * @param start what is given
     * @param free the paths of what may be changed
     */
    record Configuration(String id, String task, Map<String, Object> start, List<String> free)
            implements Input {
        public Configuration {
            start = Collections.unmodifiableMap(start);
            free = List.copyOf(free);
        }

        @Override
        public Reading read(List<String> given) {
            if (given.stream().allMatch(String::isBlank)) {
                return new Unanswered();
            }
            try {
                return spec(given).canonical().equals(startSpec().canonical())
                        ? new Unanswered()
                        : new Understood("");
            } catch (IllegalArgumentException e) {
                return new Invalid(String.valueOf(e.getMessage()));
            }
        }

        /** What stands at the free paths at the start, as it would be typed. */
        public List<String> startValues() {
            return new ChangedSpec(start, free).startValues();
        }

        public ExperimentSpec startSpec() {
            return ExperimentSpec.read(start);
        }

        /**
         * @throws IllegalArgumentException that says what cannot be read, or is out of its bounds
         */
        public ExperimentSpec spec(List<String> given) {
            return new ChangedSpec(start, free).with(given);
        }
    }

    /** Reads what was typed, and says how it was understood. */
    @FunctionalInterface
    interface Understanding {
        String of(String typed) throws NotUnderstood;
    }

    private static Reading typed(List<String> given, Understanding understanding) {
        if (given.stream().allMatch(String::isBlank)) {
            return new Unanswered();
        }
        if (given.size() > 1) {
            return new Invalid("one value is expected");
        }
        try {
            return new Understood(understanding.of(given.getFirst()));
        } catch (NotUnderstood e) {
            return new Invalid(e.reason());
        }
    }

    private static Reading chosen(Input input, List<String> given, boolean several) {
        var chosen = given.stream().filter(value -> !value.isEmpty()).distinct().toList();
        refuseForeign(input, chosen);
        if (chosen.isEmpty()) {
            return new Unanswered();
        }
        return several || chosen.size() == 1
                ? new Understood("")
                : new Invalid("one of the options is expected");
    }

    private static void refuseForeign(Input input, List<String> given) {
        if (!input.choices().containsAll(given)) {
            throw new RefusedResponse("an answer names an option that this question does not have");
        }
    }
}
