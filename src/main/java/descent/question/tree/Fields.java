package descent.question.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The named fields of one map of a neutral tree. Reading goes on after a mistake, so that an author
 * sees all of them at once: a field that is wrong is noted and gives a stand-in, and {@link #made}
 * ends the reading of the object it belongs to.
 */
public final class Fields {
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ITEMS = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What became of a tree: the value, or what is wrong with it. */
    public record Outcome<T>(@Nullable T value, List<FieldProblem> problems) {}

    /** The object could not be made; why is in the notes. */
    private static final class Incomplete extends RuntimeException {
        private static final long serialVersionUID = 1;

        Incomplete() {
            super("incomplete", null, false, false);
        }
    }

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Object> path;
    private final List<FieldProblem> problems;
    private final int problemsBefore;

    private Fields(Map<?, ?> tree, List<Object> path, List<FieldProblem> problems) {
        this.path = path;
        this.problems = problems;
        this.problemsBefore = problems.size();
        // YAML reads the names true, false and 7 as a boolean and a number.
        tree.forEach((name, value) -> {
            if (value != null) {
                values.put(String.valueOf(name), value);
            }
        });
    }

    /** Reads a whole tree. Nothing is thrown for what is wrong in it. */
    public static <T> Outcome<T> read(Map<?, ?> tree, Function<Fields, T> reader) {
        var problems = new ArrayList<FieldProblem>();
        @Nullable T value = null;
        try {
            value = reader.apply(new Fields(tree, List.of(), problems));
        } catch (Incomplete e) {
            // noted where it was found
        }
        return new Outcome<>(problems.isEmpty() ? value : null, List.copyOf(problems));
    }

    /**
     * Ends the reading of this object: refuses fields nobody asked for, and makes the value unless
     * something was wrong. What the maker's constructors refuse is noted as a problem of the whole.
     */
    public <T> T made(Supplier<T> maker) {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                problem(name, "is not known here; known are " + String.join(", ", known));
            }
        }
        return checked(maker);
    }

    /** As {@link #made}, for a part of the object: fields of other parts are not asked for yet. */
    public <T> T checked(Supplier<T> maker) {
        if (problems.size() > problemsBefore) {
            throw new Incomplete();
        }
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(path, String.valueOf(e.getMessage())));
            throw new Incomplete();
        }
    }

    /** Notes what is wrong with a field. */
    public void problem(String name, String message) {
        problems.add(new FieldProblem(at(name), message));
    }

    public boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    /** A text that says something. */
    public String text(String name) {
        return needed(name, "a text") instanceof Object value ? textOf(value, at(name)) : "";
    }

    public String textOr(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** An id in kebab-case. */
    public String id(String name) {
        var text = text(name);
        if (!text.isEmpty() && (text.length() > 80 || !ID.matcher(text).matches())) {
            problem(name, "must be an id of a-z, 0-9 and hyphens, was '" + shortened(text) + "'");
        }
        return text;
    }

    public BigDecimal number(String name) {
        return needed(name, "a number") instanceof Object value
                ? numberOf(value, at(name))
                : BigDecimal.ZERO;
    }

    public BigDecimal numberOr(String name, BigDecimal otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    public boolean flag(String name) {
        return switch (needed(name, "true or false")) {
            case null -> false;
            case Boolean flag -> flag;
            case Object other -> {
                problem(name, "must be true or false, was " + kindOf(other));
                yield false;
            }
        };
    }

    public boolean flagOr(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    /** One of the names of an enum, written in kebab-case. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        var constants = type.getEnumConstants();
        var text = text(name);
        for (var constant : constants) {
            if (kebab(constant.name()).equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            var names = Arrays.stream(constants).map(c -> kebab(c.name())).toList();
            problem(name, mustBeOneOf(names, text));
        }
        return constants[0];
    }

    public <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        return has(name) ? oneOf(name, type) : otherwise;
    }

    /** One of the keys of a table. */
    public <T> T oneOf(String name, Map<String, T> table) {
        var text = text(name);
        if (table.get(text) instanceof T found) {
            return found;
        }
        if (!text.isEmpty()) {
            problem(name, mustBeOneOf(table.keySet().stream().sorted().toList(), text));
        }
        throw new Incomplete();
    }

    /** The reading of a map within this one. */
    public <T> T map(String name, Function<Fields, T> reader) {
        if (needed(name, "a map of fields") instanceof Object value) {
            return mapOf(value, at(name), reader);
        }
        throw new Incomplete();
    }

    /** The maps of a list, each read on its own: one that is wrong is left out and noted. */
    public <T> List<T> list(String name, Function<Fields, T> reader) {
        var made = new ArrayList<T>();
        var items = items(name);
        for (int i = 0; i < items.size(); i++) {
            try {
                made.add(mapOf(items.get(i), at(name, i), reader));
            } catch (Incomplete e) {
                // noted where it was found
            }
        }
        return made;
    }

    public <T> List<T> listOrNone(String name, Function<Fields, T> reader) {
        return has(name) ? list(name, reader) : List.of();
    }

    public List<String> texts(String name) {
        var items = items(name);
        var texts = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            texts.add(textOf(items.get(i), at(name, i)));
        }
        return texts;
    }

    public List<String> textsOrNone(String name) {
        return has(name) ? texts(name) : List.of();
    }

    public List<BigDecimal> numbers(String name) {
        var items = items(name);
        var numbers = new ArrayList<BigDecimal>();
        for (int i = 0; i < items.size(); i++) {
            numbers.add(numberOf(items.get(i), at(name, i)));
        }
        return numbers;
    }

    /** The names of a map whose names are the author's own, each with the fields' reading. */
    public <T> Map<String, T> named(String name, Function<Fields, Function<String, T>> reader) {
        return map(
                name,
                fields -> {
                    var made = new LinkedHashMap<String, T>();
                    var read = reader.apply(fields);
                    fields.values.keySet().forEach(key -> made.put(key, read.apply(key)));
                    return fields.made(() -> made);
                });
    }

    /** A part of the tree as it is, copied: maps, lists, texts, {@code BigDecimal}s, booleans. */
    public Map<String, Object> tree(String name) {
        if (needed(name, "a map of fields") instanceof Map<?, ?> map) {
            try {
                return Trees.copy(map);
            } catch (IllegalArgumentException e) {
                problem(name, String.valueOf(e.getMessage()));
            }
        } else if (has(name)) {
            problem(name, "must be a map of fields");
        }
        return Map.of();
    }

    /** A value of any kind, copied as by {@link #tree}. */
    public Object value(String name) {
        if (needed(name, "a value") instanceof Object value) {
            try {
                return Trees.copy(value);
            } catch (IllegalArgumentException e) {
                problem(name, String.valueOf(e.getMessage()));
            }
        }
        return "";
    }

    private @Nullable Object needed(String name, String what) {
        known.add(name);
        var value = values.get(name);
        if (value == null) {
            problem(name, "is missing: " + what);
        }
        return value;
    }

    private List<?> items(String name) {
        return switch (needed(name, "a list")) {
            case null -> List.of();
            case List<?> list when list.size() <= MOST_ITEMS -> list;
            case List<?> list -> {
                problem(name, "may have " + MOST_ITEMS + " items, has " + list.size());
                yield List.of();
            }
            case Object other -> {
                problem(name, "must be a list, was " + kindOf(other));
                yield List.of();
            }
        };
    }

    private <T> T mapOf(@Nullable Object value, List<Object> where, Function<Fields, T> reader) {
        if (value instanceof Map<?, ?> map) {
            return reader.apply(new Fields(map, where, problems));
        }
        problems.add(new FieldProblem(where, "must be a map of fields, was " + kindOf(value)));
        throw new Incomplete();
    }

    private String textOf(@Nullable Object value, List<Object> where) {
        var text =
                switch (value) {
                    case String s -> s;
                    case Number n -> Trees.decimal(n) instanceof BigDecimal d ? plain(d) : null;
                    case null, default -> null;
                };
        String wrong = null;
        if (text == null) {
            wrong = "must be a text, was " + kindOf(value) + quotesHelp(value);
        } else if (text.isBlank()) {
            wrong = "must be a text that says something, was empty";
        } else if (text.length() > LONGEST_TEXT) {
            wrong = "may have " + LONGEST_TEXT + " characters, has " + text.length();
        } else if (!Trees.storable(text)) {
            wrong = "has a character that cannot be stored (NUL or half of a surrogate pair)";
        }
        if (wrong == null) {
            return String.valueOf(text);
        }
        problems.add(new FieldProblem(where, wrong));
        return "";
    }

    private BigDecimal numberOf(@Nullable Object value, List<Object> where) {
        if (Trees.number(value) instanceof BigDecimal number) {
            return number;
        }
        problems.add(new FieldProblem(where, "must be a number, was " + kindOf(value)));
        return BigDecimal.ZERO;
    }

    private List<Object> at(Object... steps) {
        var all = new ArrayList<>(path);
        all.addAll(List.of(steps));
        return all;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String kebab(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String mustBeOneOf(List<String> names, String was) {
        return "must be one of " + String.join(", ", names) + "; was '" + shortened(was) + "'";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String kindOf(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Map<?, ?> _ -> "a map";
            case List<?> _ -> "a list";
            case String s -> "'" + shortened(s) + "'";
            case Object other -> shortened(String.valueOf(other));
        };
    }

    private static String quotesHelp(@Nullable Object value) {
        return value instanceof Boolean
                ? " (yes, no, on, off, true and false need quotes to be texts)"
                : "";
    }
}
