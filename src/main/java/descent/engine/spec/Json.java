package descent.engine.spec;

import descent.engine.Inline;
import descent.engine.Named;
import descent.engine.NumberText;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The engine's records as JSON, in one way only: fields in the record's order, the kind first,
 * numbers in their shortest form, no spaces, what is optional and absent left out. NaN and
 * infinity, which JSON lacks, are null. Bytes are Base64.
 */
public final class Json {
    private Json() {}

    public static String of(Record record) {
        var text = new StringBuilder();
        write(record, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder to) {
        switch (value) {
            case Double d -> to.append(Double.isFinite(d) ? NumberText.of(d) : "null");
            case Float f -> to.append(Float.isFinite(f) ? NumberText.of(f) : "null");
            case Number n -> to.append(n);
            case Boolean b -> to.append(b);
            case String s -> quote(s, to);
            case Named choice -> quote(choice.text(), to);
            case byte[] bytes -> quote(Base64.getEncoder().encodeToString(bytes), to);
            case Seeds seeds when seeds.same() -> to.append(seeds.data());
            case List<?> items -> {
                to.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) to.append(',');
                    write(items.get(i), to);
                }
                to.append(']');
            }
            case Object array when array.getClass().isArray() -> {
                to.append('[');
                for (int i = 0; i < Array.getLength(array); i++) {
                    if (i > 0) to.append(',');
                    write(Array.get(array, i), to);
                }
                to.append(']');
            }
            case Enum<?> constant -> quote(constant.name(), to);
            case Map<?, ?> map -> {
                var fields = new ArrayList<Field>();
                new TreeMap<>(map).forEach((k, v) -> fields.add(new Field(String.valueOf(k), v)));
                object(fields, to);
            }
            case Record record -> {
                var fields = new ArrayList<Field>();
                if (isMember(record.getClass())) fields.add(kind(record));
                collect(record, fields);
                object(fields, to);
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private record Field(String name, Object value) {}

    private static void object(List<Field> fields, StringBuilder to) {
        to.append('{');
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) to.append(',');
            quote(fields.get(i).name(), to);
            to.append(':');
            write(fields.get(i).value(), to);
        }
        to.append('}');
    }

    /** What reflection tells of a record's component, asked once. */
    private record Component(String name, Method accessor, boolean inline, boolean sealed) {
        Component(RecordComponent of) {
            this(
                    of.getName(),
                    of.getAccessor(),
                    of.isAnnotationPresent(Inline.class),
                    of.getType().isSealed());
        }
    }

    private static final ClassValue<List<Component>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<Component> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents()).map(Component::new).toList();
                }
            };

    private static void collect(Record record, List<Field> fields) {
        for (var component : COMPONENTS.get(record.getClass())) {
            var value = get(component, record);
            if (component.inline() && value instanceof Record group) {
                if (component.sealed()) fields.add(kind(group));
                collect(group, fields);
            } else if (value instanceof Optional<?> optional)
                optional.ifPresent(present -> fields.add(new Field(component.name(), present)));
            else fields.add(new Field(component.name(), value));
        }
    }

    private static Field kind(Record member) {
        return new Field("kind", Kinds.name(member.getClass()));
    }

    /** Whether the record is one of a family that specs tell apart by "kind". */
    private static boolean isMember(Class<?> type) {
        for (var parent : type.getInterfaces()) if (parent.isSealed()) return true;
        return false;
    }

    private static Object get(Component component, Record record) {
        try {
            return component.accessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.accessor(), e);
        }
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') to.append('\\').append(c);
            else if (c >= ' ' && c < 0x7F) to.append(c);
            else to.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
        to.append('"');
    }
}
