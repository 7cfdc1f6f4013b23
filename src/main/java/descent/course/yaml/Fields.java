package descent.course.yaml;

import descent.course.material.Index.Kind;
import descent.course.yaml.YamlNode.Mapping;
import descent.course.yaml.YamlNode.Scalar;
import descent.course.yaml.YamlNode.Sequence;
import descent.shared.text.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a file, read field by field. What is missing or of another kind is noted, and
 * something harmless given in its place, so that the rest is read too: {@link #read} then drops the
 * whole. A field that nobody asked for is noted as unknown.
 */
public sealed class Fields permits AskedFields {
    static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Mapping mapping;
    private final FileNotes notes;
    private final TreeSet<String> known = new TreeSet<>();
    private boolean broken;

    Fields(Mapping mapping, FileNotes notes) {
        this.mapping = mapping;
        this.notes = notes;
    }

    /**
     * @return what {@code reader} makes of the mapping; nothing when the node is no mapping or
     *     lacks something
     */
    public static <T> Optional<T> read(YamlNode node, FileNotes notes, Function<Fields, T> reader) {
        if (!(node instanceof Mapping mapping)) {
            notes.error(node.line(), "wrong-kind", "here fields (\"name: value\") are expected");
            return Optional.empty();
        }
        var fields = new Fields(mapping, notes);
        var value = reader.apply(fields);
        fields.noteUnknown();
        return fields.broken ? Optional.empty() : Optional.of(value);
    }

    public int line() {
        return mapping.line();
    }

    /** The mapping itself, for what is read elsewhere. */
    public Mapping node() {
        known.addAll(mapping.entries().keySet());
        return mapping;
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    /** A plain text, such as a title. */
    public String text(String name) {
        return required(name).flatMap(node -> scalar(node, name)).map(Scalar::text).orElse("");
    }

    public Optional<String> textIfAny(String name) {
        return optional(name).flatMap(node -> scalar(node, name)).map(Scalar::text);
    }

    /** The id of what this mapping describes. */
    public String id(Kind kind) {
        var id = id("id");
        notes.declare(kind, id, lineOf("id"));
        return id;
    }

    /** An id that only this file knows. */
    public String id(String name) {
        var id = text(name);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            breaking(
                    lineOf(name),
                    "id-form",
                    "\"%s\" is no id: small letters and digits, joined by hyphens".formatted(id));
        }
        return id;
    }

    /** The id of something that stands elsewhere. */
    public String reference(String name, Kind kind) {
        var id = text(name);
        if (!id.isEmpty()) {
            notes.refer(kind, id, lineOf(name));
        }
        return id;
    }

    public Optional<String> referenceIfAny(String name, Kind kind) {
        return has(name) ? Optional.of(reference(name, kind)) : Optional.empty();
    }

    public List<String> references(String name, Kind kind) {
        var ids = new ArrayList<String>();
        for (var node : items(optional(name), name)) {
            scalar(node, name)
                    .ifPresent(id -> {
                        ids.add(id.text());
                        notes.refer(kind, id.text(), id.line());
                    });
        }
        return ids;
    }

    public Prose prose(String name) {
        return required(name).flatMap(node -> prose(node, name)).orElseGet(() -> Prose.of(""));
    }

    public Optional<Prose> proseIfAny(String name) {
        return optional(name).flatMap(node -> prose(node, name));
    }

    public List<Prose> proseList(String name) {
        var items = items(required(name), name);
        notes.amount(name, items.size(), lineOf(name));
        return items.stream().flatMap(node -> prose(node, name).stream()).toList();
    }

    /** The wording of a text for a voice, where one is given: nobody reads it. */
    public Optional<Prose> wordingIfAny(String name) {
        return optional(name).flatMap(node -> scalar(node, name)).map(Scalar::prose);
    }

    /** What a voice reads: the wording given for it, else the text itself. */
    public Prose spoken(Optional<Prose> wording, Prose text) {
        var prose = wording.orElse(text);
        notes.spoken(prose);
        return prose;
    }

    public List<String> textList(String name) {
        return items(optional(name), name).stream()
                .flatMap(node -> scalar(node, name).stream())
                .map(Scalar::text)
                .toList();
    }

    public int whole(String name, int least) {
        double value = number(name, least);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            breaking(lineOf(name), "wrong-kind", "\"%s\" is a whole number".formatted(name));
        }
        return (int) value;
    }

    public double number(String name, double least) {
        var scalar = required(name).flatMap(node -> scalar(node, name));
        if (scalar.isEmpty()) {
            return least;
        }
        double value =
                scalar.get().isNumber() ? Double.parseDouble(scalar.get().text()) : Double.NaN;
        if (!Double.isFinite(value) || value < least) {
            breaking(
                    scalar.get().line(),
                    "wrong-kind",
                    "\"%s\" is a number from %s on, not \"%s\""
                            .formatted(name, plain(least), scalar.get().text()));
            return least;
        }
        return value;
    }

    public boolean flag(String name) {
        var scalar = required(name).flatMap(node -> scalar(node, name));
        if (scalar.isPresent() && !scalar.get().isFlag()) {
            breaking(
                    scalar.get().line(),
                    "wrong-kind",
                    "\"%s\" is true or false, not \"%s\"".formatted(name, scalar.get().text()));
        }
        return scalar.isPresent() && scalar.get().text().equals("true");
    }

    /** One of the names of an enum, written in kebab-case. */
    public <E extends Enum<E>> E choice(String name, Class<E> names) {
        var written = text(name);
        return written.isEmpty() ? names.getEnumConstants()[0] : choice(name, written, names);
    }

    /** Some of the names of an enum; none where the field is missing. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> names) {
        var chosen = EnumSet.noneOf(names);
        textList(name).forEach(written -> chosen.add(choice(name, written, names)));
        return chosen;
    }

    private <E extends Enum<E>> E choice(String name, String written, Class<E> names) {
        var values = names.getEnumConstants();
        for (var value : values) {
            if (kebab(value).equals(written)) {
                return value;
            }
        }
        breaking(
                lineOf(name),
                "unknown-name",
                "\"%s\" is no %s; there are: %s"
                        .formatted(
                                written,
                                name,
                                Arrays.stream(values)
                                        .map(Fields::kebab)
                                        .collect(Collectors.joining(", "))));
        return values[0];
    }

    /** A list of mappings. Those that cannot be read are left out. */
    public <T> List<T> each(String name, Function<Fields, T> reader) {
        var items = items(required(name), name);
        notes.amount(name, items.size(), lineOf(name));
        return readAll(items, reader);
    }

    public <T> List<T> eachIfAny(String name, Function<Fields, T> reader) {
        return readAll(items(optional(name), name), reader);
    }

    private <T> List<T> readAll(List<YamlNode> items, Function<Fields, T> reader) {
        return items.stream().flatMap(item -> read(item, notes, reader).stream()).toList();
    }

    /** A mapping within this one. */
    public <T> Optional<T> nested(String name, Function<Fields, T> reader) {
        return within(required(name), reader);
    }

    public <T> Optional<T> nestedIfAny(String name, Function<Fields, T> reader) {
        return within(optional(name), reader);
    }

    private <T> Optional<T> within(Optional<YamlNode> node, Function<Fields, T> reader) {
        var value = node.flatMap(n -> read(n, notes, reader));
        broken |= node.isPresent() && value.isEmpty();
        return value;
    }

    /** Names and plain texts. */
    public Map<String, String> textMap(String name) {
        var texts = new LinkedHashMap<String, String>();
        mapping(name)
                .entries()
                .forEach((key, value) ->
                        scalar(value, key).ifPresent(text -> texts.put(key, text.text())));
        return texts;
    }

    /** Whatever stands there. */
    public Mapping mapping(String name) {
        var node = required(name).orElseGet(() -> new Mapping(Map.of(), line()));
        if (node instanceof Mapping found) {
            return found;
        }
        breaking(node.line(), "wrong-kind", "\"%s\" has fields of its own".formatted(name));
        return new Mapping(Map.of(), node.line());
    }

    /** The node of a field whose kind may vary. */
    public Optional<YamlNode> node(String name) {
        return required(name);
    }

    public int lineOf(String name) {
        var node = mapping.entries().get(name);
        return node == null ? line() : node.line();
    }

    /** Notes something that the fields say and that cannot be. */
    public void breaking(int line, String rule, String message) {
        broken = true;
        notes.error(line, rule, message);
    }

    private Optional<YamlNode> required(String name) {
        var node = optional(name);
        if (node.isEmpty()) {
            breaking(line(), "missing-field", "\"%s\" is missing here".formatted(name));
        }
        return node;
    }

    private Optional<YamlNode> optional(String name) {
        known.add(name);
        return Optional.ofNullable(find(name));
    }

    private @Nullable YamlNode find(String name) {
        var node = mapping.entries().get(name);
        return node instanceof Scalar scalar && (scalar.isNothing() || scalar.text().isBlank())
                ? null
                : node;
    }

    private Optional<Scalar> scalar(YamlNode node, String name) {
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        breaking(node.line(), "wrong-kind", "\"%s\" is a text or a number".formatted(name));
        return Optional.empty();
    }

    private Optional<Prose> prose(YamlNode node, String name) {
        return scalar(node, name)
                .map(text -> {
                    var prose = text.prose();
                    notes.text(prose);
                    return prose;
                });
    }

    private List<YamlNode> items(Optional<YamlNode> node, String name) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        breaking(node.get().line(), "wrong-kind", "\"%s\" is a list".formatted(name));
        return List.of();
    }

    private void noteUnknown() {
        mapping.entries()
                .forEach((name, node) -> {
                    if (!known.contains(name)) {
                        notes.error(
                                node.line(),
                                "unknown-field",
                                "there is no field \"%s\" here; there are: %s"
                                        .formatted(name, String.join(", ", known)));
                    }
                });
    }

    /** The name of an enum's value as files have it. */
    public static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
