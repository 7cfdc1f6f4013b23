package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Items;
import descent.engine.Named;
import descent.engine.NumberText;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of trees of maps, lists, numbers, texts and booleans. What a field may be is read
 * from the record; a field that no record has is refused, and names are looked up only among those
 * of the sealed families, never as classes.
 */
final class SpecReader {
    private SpecReader() {}

    static ExperimentSpec experiment(@Nullable Object tree) {
        return read(ExperimentSpec.class, Defaults.added(tree), "");
    }

    static <T> T read(Class<T> type, @Nullable Object given, String path) {
        return type.cast(type.isSealed() ? member(type, given, path) : record(type, given, path));
    }

    private static Object value(
            Type type, RecordComponent at, @Nullable Object given, String path) {
        if (type instanceof ParameterizedType generic) return container(generic, at, given, path);
        var raw = (Class<?>) type;
        if (raw == double.class || raw == Double.class) return decimal(at, given, path);
        if (raw == int.class) return (int) whole(at, given, path);
        if (raw == long.class) return whole(at, given, path);
        if (raw == boolean.class) {
            if (given instanceof Boolean flag) return flag;
            throw wrong(path, "true or false", given);
        }
        if (raw == String.class) {
            if (given instanceof String text) return text;
            throw wrong(path, "a text", given);
        }
        if (raw == Seeds.class && given instanceof Number)
            return Seeds.all(whole(Seeds.class.getRecordComponents()[0], given, path));
        if (raw.isEnum()) return choice(raw, given, path);
        if (raw.isSealed()) return member(raw, given, path);
        return record(raw, given, path);
    }

    private static Object container(
            ParameterizedType type, RecordComponent at, @Nullable Object given, String path) {
        var item = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) return Optional.of(value(item, at, given, path));
        if (type.getRawType() == List.class) {
            if (!(given instanceof Collection<?> items)) throw wrong(path, "a list", given);
            refuseTooLong(at, items.size(), path);
            var list = new ArrayList<>();
            for (var element : items)
                list.add(value(item, at, element, path + "[" + list.size() + "]"));
            return list;
        }
        if (!(given instanceof Map<?, ?> entries)) throw wrong(path, "a group of fields", given);
        refuseTooLong(at, entries.size(), path);
        var map = new LinkedHashMap<String, Object>();
        for (var entry : entries.entrySet()) {
            var key = String.valueOf(entry.getKey());
            map.put(key, value(item, at, entry.getValue(), path + "." + shown(key)));
        }
        return map;
    }

    private static void refuseTooLong(RecordComponent at, int size, String path) {
        var items = at.getAnnotation(Items.class);
        if (items != null && size > items.max())
            throw new SpecException(
                    path, "must have at most " + items.max() + " items, has " + size);
    }

    private static double decimal(RecordComponent at, @Nullable Object given, String path) {
        // Adding 0 makes -0 a plain 0.
        return number(at, given, path).doubleValue() + 0.0;
    }

    private static long whole(RecordComponent at, @Nullable Object given, String path) {
        var number = number(at, given, path);
        // Within the range now, so this cannot be a number of a billion digits.
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0)
            throw wrong(path, "a whole number", given);
        return number.longValue();
    }

    private static BigDecimal number(RecordComponent at, @Nullable Object given, String path) {
        var number =
                switch (given) {
                    case BigDecimal decimal -> decimal;
                    case BigInteger integer -> new BigDecimal(integer);
                    case Integer i -> BigDecimal.valueOf(i);
                    case Long i -> BigDecimal.valueOf(i);
                    case Double d when Double.isFinite(d) -> new BigDecimal(Double.toString(d));
                    case Float f when Float.isFinite(f) -> new BigDecimal(Float.toString(f));
                    case null, default -> throw wrong(path, "a number", given);
                };
        var range = at.getAnnotation(Range.class);
        if (range != null
                && (number.compareTo(new BigDecimal(range.min())) < 0
                        || number.compareTo(new BigDecimal(range.max())) > 0)) {
            // A decimal such as 1e-7 is within a range that begins at the double 1e-7.
            double nearest = number.precision() < 40 ? number.doubleValue() : Double.NaN;
            if (!(nearest >= range.min() && nearest <= range.max()))
                throw wrong(path, Bounds.between(range), given);
        }
        return number;
    }

    private static Object choice(Class<?> type, @Nullable Object given, String path) {
        var names = new LinkedHashSet<String>();
        for (var constant : type.getEnumConstants()) {
            var name = ((Named) constant).text();
            if (name.equals(given)) return constant;
            names.add(name);
        }
        throw wrong(path, oneOf(names), given);
    }

    private static Object member(Class<?> family, @Nullable Object given, String path) {
        if (given instanceof String kind) return record(kind(family, kind, path), Map.of(), path);
        var fields = fields(given, path);
        var rest = new LinkedHashMap<>(fields);
        var kind = rest.remove("kind");
        return record(kind(family, kind, path + ".kind"), rest, path);
    }

    private static Class<?> kind(Class<?> family, @Nullable Object kind, String path) {
        var kinds = Kinds.of(family);
        var type = kind instanceof String name ? kinds.get(name) : null;
        if (type == null) throw wrong(path, oneOf(kinds.keySet()), kind);
        return type;
    }

    private static Object record(Class<?> type, @Nullable Object given, String path) {
        var fields = fields(given, path);
        var known = new LinkedHashSet<String>();
        var record = record(type, fields, path, known);
        for (var name : fields.keySet())
            if (!known.contains(name))
                throw new SpecException(
                        path, "has no field " + quoted(name) + "; its fields are " + list(known));
        return record;
    }

    private static Object record(
            Class<?> type, Map<String, ?> fields, String path, Set<String> known) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], fields, path, known);
            types[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OutOfBounds refused)
                throw new SpecException(
                        path.isEmpty() ? refused.field() : path + "." + refused.field(),
                        refused.problem());
            throw new IllegalStateException("cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static Object component(
            RecordComponent component, Map<String, ?> fields, String path, Set<String> known) {
        var name = component.getName();
        if (component.isAnnotationPresent(Inline.class))
            return inline(component, fields, path, known);
        known.add(name);
        var at = path.isEmpty() ? name : path + "." + name;
        var given = fields.get(name);
        if (given != null || fields.containsKey(name))
            return value(component.getGenericType(), component, given, at);
        return missing(component, at);
    }

    private static Object inline(
            RecordComponent component, Map<String, ?> fields, String path, Set<String> known) {
        var type = component.getType();
        if (!type.isSealed()) return record(type, fields, path, known);
        known.add("kind");
        var or = component.getAnnotation(Or.class);
        Object kind = fields.containsKey("kind") || or == null ? fields.get("kind") : or.value();
        var at = path.isEmpty() ? "kind" : path + ".kind";
        return record(kind(type, kind, at), fields, path, known);
    }

    private static Object missing(RecordComponent component, String path) {
        var type = component.getType();
        var or = component.getAnnotation(Or.class);
        if (type == Optional.class) return Optional.empty();
        if (or == null && (type == List.class || type == Map.class))
            return value(component.getGenericType(), component, empty(type), path);
        if (or == null && type.isRecord()) return record(type, Map.of(), path);
        if (or == null) throw new SpecException(path, "is missing");
        var text = or.value();
        Object usual =
                type == double.class
                                || type == int.class
                                || type == long.class
                                || type == Seeds.class
                        ? new BigDecimal(text)
                        : type == boolean.class ? (Object) Boolean.valueOf(text) : text;
        return value(component.getGenericType(), component, usual, path);
    }

    private static Object empty(Class<?> type) {
        return type == List.class ? List.of() : Map.of();
    }

    private static Map<String, ?> fields(@Nullable Object given, String path) {
        if (!(given instanceof Map<?, ?> map)) throw wrong(path, "a group of fields", given);
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }

    static SpecException wrong(String path, String expected, @Nullable Object given) {
        return new SpecException(path, "must be " + expected + ", was " + shown(given));
    }

    /** Short, and safe to show: what came in may be anything. */
    private static String shown(@Nullable Object given) {
        var text =
                switch (given) {
                    case null -> "nothing";
                    case String s -> quoted(s);
                    case BigDecimal d
                            when d.precision() - (long) d.scale() > 30 || d.scale() > 400 ->
                            "a number of many digits";
                    case Double d -> Double.isFinite(d) ? NumberText.of(d) : d.toString();
                    case Map<?, ?> _ -> "a group of fields";
                    case Collection<?> _ -> "a list";
                    case Number n -> n.toString();
                    case Boolean b -> b.toString();
                    default -> "something else";
                };
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static String quoted(String text) {
        return "\"" + (text.length() <= 60 ? text : text.substring(0, 57) + "...") + "\"";
    }

    private static String oneOf(Collection<String> names) {
        return "one of " + list(names);
    }

    private static String list(Collection<String> names) {
        return String.join(", ", names);
    }
}
