package descent.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Items;
import descent.engine.Named;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import descent.engine.data.DataSource;
import descent.engine.loss.Loss;
import descent.engine.nn.Initializer;
import descent.engine.nn.LayerSpec;
import descent.engine.optimizer.Clipping;
import descent.engine.optimizer.Optimizer;
import descent.engine.optimizer.Schedule;
import descent.engine.tensor.RandomStream;
import descent.engine.training.RunRecord;
import descent.testing.SecondLane;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specs drawn at random, sound ones and strange ones, by what the records say of themselves. */
@SecondLane
class AnySpecTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final List<Class<?>> FAMILIES =
            List.of(
                    LayerSpec.class,
                    Loss.class,
                    Optimizer.class,
                    Schedule.class,
                    Clipping.class,
                    Initializer.class,
                    DataSource.class);

    private final RandomStream random = RandomStream.of(11, RandomStream.Purpose.DATA);

    /** Trees of what records may be made of, small ones where the range is wide. */
    private final class Draw {
        Object value(Type type, RecordComponent at) {
            if (type instanceof ParameterizedType generic) return container(generic, at);
            var raw = (Class<?>) type;
            if (raw == double.class || raw == Double.class) return number(at);
            if (raw == int.class || raw == long.class) return Math.round(number(at));
            if (raw == boolean.class) return random.below(2) == 0;
            if (raw == String.class)
                return at.getName().equals("rule")
                        ? "v = 0.5 * v + g; w = w - learningRate * v"
                        : "x1";
            if (raw == Seeds.class) return random.below(100);
            if (raw.isEnum()) {
                var all = raw.getEnumConstants();
                return ((Named) all[random.below(all.length)]).text();
            }
            if (raw.isSealed()) return member(raw);
            return record(raw, new LinkedHashMap<>());
        }

        private double number(RecordComponent at) {
            var range = at.getAnnotation(Range.class);
            double most = Math.min(range.max(), range.min() + 40);
            return switch (random.below(6)) {
                case 0 -> range.min();
                case 1 -> Math.min(range.max(), 40);
                case 2 -> Math.rint(random.uniform(range.min(), most));
                default -> random.uniform(range.min(), most);
            };
        }

        private Object container(ParameterizedType type, RecordComponent at) {
            var item = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
            if (type.getRawType() == Map.class) return Map.of("a", 0.5);
            if (type.getRawType() == Optional.class) return value(item, at);
            var items = new ArrayList<>();
            int least =
                    Math.max(
                            at.getAnnotation(Items.class) == null
                                    ? 0
                                    : at.getAnnotation(Items.class).min(),
                            random.below(3));
            while (items.size() < least) items.add(value(item, at));
            return items;
        }

        Object member(Class<?> family) {
            var kinds = new ArrayList<>(Kinds.of(family).entrySet());
            var kind = kinds.get(random.below(kinds.size()));
            return member(kind.getKey(), kind.getValue());
        }

        Object member(String kind, Class<?> type) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("kind", kind);
            return kind.equals("table") ? table(fields) : record(type, fields);
        }

        private Map<String, Object> table(Map<String, Object> fields) {
            fields.put("columns", List.of("a", "b"));
            fields.put("classes", List.of("no", "yes"));
            var rows = new ArrayList<>();
            for (int i = 0; i < 12; i++) rows.add(List.of(random.uniform(-3, 3), i % 2));
            fields.put("rows", rows);
            return fields;
        }

        /** Some fields are left to their defaults. */
        Map<String, Object> record(Class<?> type, Map<String, Object> fields) {
            for (var component : type.getRecordComponents()) {
                if (component.isAnnotationPresent(Inline.class)) {
                    if (!component.getType().isSealed()) record(component.getType(), fields);
                    else if (member(component.getType()) instanceof Map<?, ?> inner)
                        inner.forEach((k, v) -> fields.put((String) k, v));
                } else if (random.below(3) > 0 || component.getName().equals("units"))
                    fields.put(component.getName(), value(component.getGenericType(), component));
            }
            return fields;
        }
    }

    private Map<String, Object> drawn() {
        var tree = new Draw().record(ExperimentSpec.class, new LinkedHashMap<>());
        tree.remove("version");
        return tree;
    }

    private static ExperimentSpec readBack(ExperimentSpec spec) {
        try {
            return ExperimentSpec.read(JSON.readValue(spec.canonical(), Object.class));
        } catch (IOException e) {
            throw new AssertionError(spec.canonical(), e);
        }
    }

    static Stream<String> members() {
        return FAMILIES.stream()
                .flatMap(family ->
                        Kinds.of(family).keySet().stream()
                                .map(kind -> family.getSimpleName() + " " + kind));
    }

    /** Each member of each family, with numbers of its own, is written and read back the same. */
    @ParameterizedTest
    @MethodSource("members")
    void readsBackWhatItWrites(String member) {
        var names = member.split(" ");
        var family =
                FAMILIES.stream()
                        .filter(f -> f.getSimpleName().equals(names[0]))
                        .findFirst()
                        .orElseThrow();
        int understood = 0;
        for (int i = 0; i < 20; i++) {
            var drawn = new Draw().member(names[1], Kinds.of(family).get(names[1]));
            var tree =
                    switch (names[0]) {
                        case "LayerSpec" -> Map.of("network", Map.of("layers", List.of(drawn)));
                        case "Initializer" ->
                                Map.of("network", Map.of("output", Map.of("initializer", drawn)));
                        case "DataSource" -> Map.of("data", drawn);
                        default -> Map.of(names[0].toLowerCase(Locale.ROOT), drawn);
                    };
            try {
                var spec = ExperimentSpec.read(tree);
                assertEquals(spec, readBack(spec), spec.canonical());
                assertEquals(spec.hash(), readBack(spec).hash());
                understood++;
            } catch (SpecException refused) {
                assertTrue(refused.getMessage().length() < 400, refused.getMessage());
            }
        }
        assertTrue(understood > 0, "none of them was a spec");
    }

    /** Whatever is put together: it is refused by name, or it has a cost, a text, and it runs. */
    @Test
    void whateverIsReadAlsoRuns() {
        int ran = 0;
        for (int i = 0; i < 2000; i++) {
            ExperimentSpec spec;
            try {
                spec = ExperimentSpec.read(drawn());
            } catch (SpecException refused) {
                continue;
            }
            assertEquals(spec, readBack(spec));
            var cost = spec.cost();
            assertTrue(cost.multiplyAdds() >= 0 && cost.bytes() > 0, spec.canonical());
            if (cost.multiplyAdds() > 300_000 || cost.steps() > 60 || cost.bytes() > 3_000_000)
                continue;
            assertNotNull(RunRecord.of(spec).result().end(), spec.canonical());
            ran++;
        }
        assertTrue(ran > 50, "ran " + ran);
    }

    private Object strange() {
        Object[] all = {
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            1e308,
            -1,
            0,
            -0.0,
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            new BigDecimal("1e-999999999"),
            new BigInteger("9".repeat(400)),
            "",
            "NaN",
            "ünï\u0000",
            true,
            List.of(),
            List.of(List.of(List.of())),
            Map.of(),
            Map.of("kind", "dense"),
            Collections.singletonMap("kind", null),
            new Object(),
            "x".repeat(5000)
        };
        return all[random.below(all.length)];
    }

    /** Puts something strange in some place of a tree. */
    private Object spoiled(Object tree) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty() && random.below(8) > 0) {
            var copy = new LinkedHashMap<Object, Object>(map);
            var keys = new ArrayList<Object>(copy.keySet());
            var key = keys.get(random.below(keys.size()));
            copy.put(key, spoiled(copy.get(key)));
            return copy;
        }
        if (tree instanceof List<?> list && !list.isEmpty() && random.below(8) > 0) {
            var copy = new ArrayList<Object>(list);
            int i = random.below(copy.size());
            copy.set(i, spoiled(copy.get(i)));
            return copy;
        }
        return strange();
    }

    @Test
    void nothingStrangeGetsThrough() {
        int refusals = 0;
        for (int i = 0; i < 2000; i++) {
            var tree = spoiled(drawn());
            try {
                var spec = ExperimentSpec.read(tree);
                assertEquals(spec, readBack(spec));
                assertTrue(spec.cost().bytes() > 0);
            } catch (SpecException refused) {
                refusals++;
                assertTrue(refused.getMessage().length() < 700, refused.getMessage());
            }
        }
        assertTrue(refusals > 400, "refused " + refusals);
    }

    /** Every setting that has a range is refused beyond it, with its name and the range. */
    @Test
    void everyRangeIsKept() throws ReflectiveOperationException {
        var records = new HashSet<Class<?>>();
        collect(ExperimentSpec.class, records);
        int checked = 0;
        for (var type : records)
            for (var component : type.getRecordComponents()) {
                var range = component.getAnnotation(Range.class);
                if (range == null || !component.getType().isPrimitive()) continue;
                for (double value :
                        new double[] {
                            beyond(range.max(), 1), beyond(range.min(), -1), Double.NaN
                        }) {
                    if (Double.isNaN(value) && component.getType() != double.class) continue;
                    if (component.getType() == int.class && Math.abs(value) > Integer.MAX_VALUE)
                        continue;
                    var refused = refusal(type, component.getName(), value);
                    assertEquals(component.getName(), refused.field());
                    assertTrue(
                            refused.problem().contains(Bounds.between(range)),
                            refused.getMessage());
                    checked++;
                }
            }
        assertTrue(checked > 150, "checked " + checked);
    }

    private static double beyond(double end, int by) {
        return Math.rint(end) == end
                ? end + by * Math.max(1, Math.ulp(end))
                : end + by * Math.abs(end);
    }

    /** What the constructor says when all else is in order. */
    private OutOfBounds refusal(Class<?> type, String field, double value)
            throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++)
            values[i] =
                    components[i].getName().equals(field)
                            ? converted(components[i].getType(), value)
                            : sound(components[i]);
        var constructor =
                type.getDeclaredConstructor(
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
        var thrown =
                assertThrows(
                        InvocationTargetException.class,
                        () -> constructor.newInstance(values),
                        type + "." + field + " = " + value);
        if (thrown.getCause() instanceof OutOfBounds refused) return refused;
        throw new AssertionError(type + "." + field + " = " + value, thrown.getCause());
    }

    private static Object converted(Class<?> type, double value) {
        return type == int.class
                ? (Object) (int) value
                : type == long.class ? (Object) (long) value : value;
    }

    private static Object sound(RecordComponent component) {
        var type = component.getType();
        var range = component.getAnnotation(Range.class);
        if (range != null && type.isPrimitive())
            return converted(type, Math.max(range.min(), Math.min(range.max(), 12)));
        if (type == boolean.class) return false;
        if (type == String.class) return "w = w - g";
        if (type == Optional.class) return Optional.empty();
        if (type == List.class) return List.of();
        if (type == Map.class) return Map.of();
        if (type.isEnum()) return type.getEnumConstants()[0];
        var member = type.isSealed() ? Kinds.of(type).values().iterator().next() : type;
        return SpecReader.read(member, Map.of(), "");
    }

    /** All records that a spec is made of. */
    private static void collect(Class<?> type, Set<Class<?>> records) {
        if (type.isSealed()) Kinds.of(type).values().forEach(member -> collect(member, records));
        else if (type.isRecord() && records.add(type))
            for (var component : type.getRecordComponents()) {
                collect(component.getType(), records);
                if (component.getGenericType() instanceof ParameterizedType generic)
                    for (var argument : generic.getActualTypeArguments())
                        if (argument instanceof Class<?> item) collect(item, records);
            }
    }
}
