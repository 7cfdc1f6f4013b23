package descent.engine.spec;

import descent.engine.Inline;
import descent.engine.Items;
import descent.engine.Named;
import descent.engine.Or;
import descent.engine.Range;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of a spec, for who makes a form of it: told from the same records by which {@link
 * SpecReader} reads.
 *
 * @param or what it is when a spec does not say
 */
public record SpecField(String name, Optional<String> or, Value value) {
    /** What a setting may be. */
    public sealed interface Value {}

    public record Number(double min, double max, boolean whole) implements Value {}

    public record Flag() implements Value {}

    /**
     * @param most characters
     */
    public record Text(int most) implements Value {}

    public record Choice(List<String> names) implements Value {}

    /**
     * Settings of its own, and with members also a "kind" that says which of them stand beside
     * these.
     */
    public record Group(List<SpecField> fields, List<Member> members) implements Value {}

    /** So many of the same. */
    public record Listing(Value of, int min, int most) implements Value {}

    /** Values by names that are free. */
    public record ByName(Value of, int most) implements Value {}

    /** It may be missing. */
    public record Optionally(Value of) implements Value {}

    /** The family within which this stands. */
    public record Again() implements Value {}

    public record Member(String name, List<SpecField> fields) {}

    /** All of a spec. */
    public static Group experiment() {
        return new Group(fields(ExperimentSpec.class, List.of()), List.of());
    }

    private static List<SpecField> fields(Class<?> record, List<Class<?>> within) {
        var fields = new ArrayList<SpecField>();
        for (var component : record.getRecordComponents())
            if (component.isAnnotationPresent(Inline.class) && !component.getType().isSealed())
                fields.addAll(fields(component.getType(), within));
            else if (!component.isAnnotationPresent(Inline.class))
                fields.add(field(component, within));
        return fields;
    }

    private static SpecField field(RecordComponent component, List<Class<?>> within) {
        return new SpecField(
                component.getName(),
                or(component),
                value(component.getGenericType(), component, within));
    }

    /** Of a group whose kind stands among its own fields it is that kind's. */
    private static Optional<String> or(RecordComponent component) {
        var own = component.getAnnotation(Or.class);
        if (own != null) return Optional.of(own.value());
        if (!component.getType().isRecord()) return Optional.empty();
        return inlineFamily(component.getType())
                .map(family -> family.getAnnotation(Or.class).value());
    }

    private static Value value(Type type, RecordComponent at, List<Class<?>> within) {
        if (type instanceof ParameterizedType generic) return container(generic, at, within);
        var raw = (Class<?>) type;
        if (raw == double.class || raw == Double.class) return number(at, false);
        if (raw == int.class || raw == long.class) return number(at, true);
        if (raw == boolean.class) return new Flag();
        if (raw == String.class) return new Text(at.getAnnotation(Items.class).max());
        if (raw.isEnum())
            return new Choice(
                    Arrays.stream(raw.getEnumConstants()).map(c -> ((Named) c).text()).toList());
        if (within.contains(raw)) return new Again();
        if (raw.isSealed()) return new Group(List.of(), members(raw, within));
        return new Group(
                fields(raw, within),
                inlineFamily(raw)
                        .map(family -> members(family.getType(), within))
                        .orElse(List.of()));
    }

    private static Value container(
            ParameterizedType type, RecordComponent at, List<Class<?>> within) {
        var of = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) return new Optionally(value(of, at, within));
        var items = at.getAnnotation(Items.class);
        var item = of == String.class ? new Text(items.max()) : value(of, at, within);
        return type.getRawType() == Map.class
                ? new ByName(item, items.max())
                : new Listing(item, items.min(), items.max());
    }

    private static Number number(RecordComponent at, boolean whole) {
        var range = at.getAnnotation(Range.class);
        return new Number(range.min(), range.max(), whole);
    }

    private static Optional<RecordComponent> inlineFamily(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(c -> c.isAnnotationPresent(Inline.class) && c.getType().isSealed())
                .findFirst();
    }

    private static List<Member> members(Class<?> family, List<Class<?>> within) {
        var inner = new ArrayList<>(within);
        inner.add(family);
        return Kinds.of(family).entrySet().stream()
                .map(kind -> new Member(kind.getKey(), fields(kind.getValue(), inner)))
                .toList();
    }
}
