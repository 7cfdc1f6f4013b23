package descent.question;

import descent.question.generator.Bound;
import descent.question.generator.Generator;
import descent.question.generator.Generators;
import descent.question.generator.Parameter;
import descent.question.tree.Fields;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question whose numbers are drawn anew for each attempt; key and solution are computed.
 *
 * @param basics with a text only where it replaces the generator's own
 * @param bounds of the generator's parameters; the others have their defaults
 */
public record Generated(Basics basics, Generator generator, Map<String, Bound> bounds)
        implements Question {
    /** {@code {rate}}; behind a letter, a brace, _ or ^ braces are TeX's: {@code \eta_{max}}. */
    private static final Pattern VALUE = Pattern.compile("(?<![a-zA-Z}_^])\\{([a-z][a-z-]{2,})}");

    public Generated {
        bounds = Map.copyOf(bounds);
    }

    static Generated read(Fields fields) {
        var basics = Basics.readWithoutTexts(fields);
        var generator = fields.oneOf("generator", Generators.byName());
        Map<String, Bound> bounds =
                fields.has("parameters")
                        ? fields.map("parameters", parameters -> bounds(parameters, generator))
                        : Map.of();
        var generated = fields.made(() -> new Generated(basics, generator, bounds));
        return fields.checked(() -> {
            generated.fill(generator.variant(bounds, 0).values());
            return generated;
        });
    }

    private static Map<String, Bound> bounds(Fields fields, Generator generator) {
        var bounds = new LinkedHashMap<String, Bound>();
        for (var parameter : generator.parameters()) {
            if (fields.has(parameter.name())) {
                var bound = bound(fields, parameter);
                try {
                    bounds.put(parameter.name(), parameter.checked(bound));
                } catch (IllegalArgumentException e) {
                    fields.problem(parameter.name(), String.valueOf(e.getMessage()));
                }
            }
        }
        return fields.made(() -> bounds);
    }

    /** One value, or a list: of two numbers, or of names. */
    private static Bound bound(Fields fields, Parameter parameter) {
        boolean list = fields.value(parameter.name()) instanceof List<?>;
        return switch (parameter) {
            case Parameter.Choice choice ->
                    new Bound.Names(
                            list
                                    ? fields.texts(choice.name())
                                    : List.of(fields.text(choice.name())));
            case Parameter.Number number -> {
                List<BigDecimal> ends =
                        list
                                ? fields.numbers(number.name())
                                : List.of(fields.number(number.name()));
                yield ends.isEmpty() || ends.size() > 2
                        ? new Bound.Names(List.of())
                        : new Bound.Numbers(ends.getFirst(), ends.getLast());
            }
        };
    }

    void ask(Draw draw) {
        var variant = generator.variant(bounds, draw.chance().of(generator.name()).bits());
        var text = basics.text().isEmpty() ? variant.text() : fill(variant.values());
        draw.write(variant.note().isEmpty() ? text : text + "\n\n" + variant.note());
        draw.explain(
                basics.explanation().isEmpty()
                        ? variant.solution()
                        : variant.solution() + "\n\n" + basics.explanation());
        draw.ask(Numerical.field(Draw.ANSWER, variant.answer()), variant.answer());
    }

    private String fill(Map<String, String> values) {
        return VALUE.matcher(basics.text())
                .replaceAll(found -> {
                    if (values.get(found.group(1)) instanceof String value) {
                        return Matcher.quoteReplacement(value);
                    }
                    throw new IllegalArgumentException(
                            "text: {%s} is no value of %s; there are %s"
                                    .formatted(
                                            found.group(1),
                                            generator.name(),
                                            String.join(
                                                    ", ",
                                                    values.keySet().stream().sorted().toList())));
                });
    }
}
