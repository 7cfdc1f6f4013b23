package descent.course.yaml;

import descent.course.material.Index.Kind;
import descent.course.yaml.YamlNode.Mapping;
import descent.course.yaml.YamlNode.Sequence;
import descent.shared.text.Prose;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Learns from a reader what it asks for, and describes that as JSON Schema: so that editors can
 * complete and check what the reader reads. The answers are harmless ones.
 */
public final class AskedFields extends Fields {
    /** What there is while the reader asks: what it asks for may hang on that. */
    private enum Answering {
        NOTHING,
        LISTS,
        MAPPINGS
    }

    private static final Map<String, Object> ANYTHING = Map.of();

    private final Answering answering;
    private final Map<String, Set<Map<String, Object>>> shapes = new TreeMap<>();
    private final Set<String> needed = new LinkedHashSet<>();
    private boolean open;

    private AskedFields(Answering answering) {
        super(new Mapping(Map.of(), 1), new FileNotes(""));
        this.answering = answering;
    }

    /** The JSON Schema of a mapping that {@code reader} accepts. */
    public static Map<String, Object> schema(Function<Fields, ?> reader) {
        var shapes = new TreeMap<String, Set<Map<String, Object>>>();
        Set<String> needed = null;
        boolean open = false;
        for (var answering : Answering.values()) {
            var asked = new AskedFields(answering);
            var unused = reader.apply(asked);
            asked.shapes.forEach((name, found) ->
                    shapes.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(found));
            if (needed == null) {
                needed = asked.needed;
            } else {
                needed.retainAll(asked.needed);
            }
            open |= asked.open;
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        var properties = new LinkedHashMap<String, Object>();
        shapes.forEach((name, found) -> properties.put(name, anyOf(found)));
        schema.put("properties", properties);
        schema.put("required", List.copyOf(needed));
        schema.put("additionalProperties", open);
        return schema;
    }

    private static Object anyOf(Set<Map<String, Object>> shapes) {
        var known = shapes.stream().filter(shape -> !shape.isEmpty()).toList();
        return switch (known.size()) {
            case 0 -> ANYTHING;
            case 1 -> known.getFirst();
            default -> Map.of("anyOf", known);
        };
    }

    private void asked(String name, Map<String, Object> shape, boolean need) {
        shapes.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(shape);
        if (need) {
            needed.add(name);
        }
    }

    private static Map<String, Object> type(Object type) {
        return Map.of("type", type);
    }

    private static Map<String, Object> text() {
        return type(List.of("string", "number", "boolean"));
    }

    private static Map<String, Object> listOf(Map<String, Object> items) {
        var list = new LinkedHashMap<String, Object>();
        list.put("type", "array");
        list.put("items", items);
        return list;
    }

    private static Map<String, Object> names(Class<? extends Enum<?>> names) {
        return Map.of("enum", Arrays.stream(names.getEnumConstants()).map(Fields::kebab).toList());
    }

    @Override
    public Mapping node() {
        open = true;
        return super.node();
    }

    @Override
    public boolean has(String name) {
        return answering != Answering.NOTHING;
    }

    @Override
    public String text(String name) {
        asked(name, text(), true);
        return "";
    }

    @Override
    public Optional<String> textIfAny(String name) {
        asked(name, text(), false);
        return Optional.empty();
    }

    @Override
    public String id(Kind kind) {
        return id("id");
    }

    @Override
    public String id(String name) {
        var id = new LinkedHashMap<String, Object>();
        id.put("type", List.of("string", "number"));
        id.put("pattern", "^" + ID.pattern() + "$");
        asked(name, id, true);
        return "";
    }

    @Override
    public List<String> references(String name, Kind kind) {
        return textList(name);
    }

    @Override
    public Prose prose(String name) {
        return Prose.of(text(name));
    }

    @Override
    public Optional<Prose> proseIfAny(String name) {
        return textIfAny(name).map(Prose::of);
    }

    @Override
    public List<Prose> proseList(String name) {
        asked(name, listOf(text()), true);
        return List.of();
    }

    @Override
    public Optional<Prose> wordingIfAny(String name) {
        return proseIfAny(name);
    }

    @Override
    public List<String> textList(String name) {
        asked(name, listOf(text()), false);
        return List.of();
    }

    @Override
    public int whole(String name, int least) {
        number(name, "integer", least);
        return least;
    }

    @Override
    public double number(String name, double least) {
        number(name, "number", least);
        return least;
    }

    private void number(String name, String type, double least) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", type);
        shape.put("minimum", least == Math.rint(least) ? (Number) (long) least : (Number) least);
        asked(name, shape, true);
    }

    @Override
    public boolean flag(String name) {
        asked(name, type("boolean"), true);
        return false;
    }

    @Override
    public <E extends Enum<E>> E choice(String name, Class<E> names) {
        asked(name, names(names), true);
        return names.getEnumConstants()[0];
    }

    @Override
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> names) {
        asked(name, listOf(names(names)), false);
        return Set.of();
    }

    @Override
    public <T> List<T> each(String name, Function<Fields, T> reader) {
        asked(name, listOf(schema(reader)), true);
        return List.of();
    }

    @Override
    public <T> List<T> eachIfAny(String name, Function<Fields, T> reader) {
        asked(name, listOf(schema(reader)), false);
        return List.of();
    }

    @Override
    public <T> Optional<T> nested(String name, Function<Fields, T> reader) {
        asked(name, schema(reader), true);
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> nestedIfAny(String name, Function<Fields, T> reader) {
        asked(name, schema(reader), false);
        return Optional.empty();
    }

    @Override
    public Map<String, String> textMap(String name) {
        var texts = new LinkedHashMap<String, Object>();
        texts.put("type", "object");
        texts.put("additionalProperties", text());
        asked(name, texts, true);
        return Map.of();
    }

    @Override
    public Mapping mapping(String name) {
        asked(name, type("object"), true);
        return new Mapping(Map.of(), 1);
    }

    @Override
    public Optional<YamlNode> node(String name) {
        asked(name, ANYTHING, true);
        return switch (answering) {
            case NOTHING -> Optional.empty();
            case LISTS -> Optional.of(new Sequence(List.of(), 1));
            case MAPPINGS -> Optional.of(new Mapping(Map.of(), 1));
        };
    }
}
