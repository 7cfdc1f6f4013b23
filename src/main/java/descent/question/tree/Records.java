package descent.question.tree;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as neutral trees and back. A record is a map of its components; one of a sealed family
 * also has {@code is}, its simple name in kebab-case; an enum is its name in kebab-case.
 *
 * <p>What is stored so lives as long as the data: a component or record that is renamed here can no
 * longer be read there. Golden files in the tests hold the names fast.
 */
public final class Records {
    private static final String IS = "is";

    private Records() {}

    /**
     * @throws IllegalArgumentException when a component is of a type that trees do not have
     */
    public static Object tree(Object value) {
        return switch (value) {
            case Record record -> {
                var map = new LinkedHashMap<String, Object>();
                if (family(record.getClass()) != null) {
                    map.put(IS, name(record.getClass()));
                }
                for (var component : record.getClass().getRecordComponents()) {
                    map.put(component.getName(), tree(get(component, record)));
                }
                yield map;
            }
            case List<?> list -> list.stream().map(Records::tree).toList();
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, item) -> copy.put((String) name, tree(item)));
                yield copy;
            }
            case Enum<?> constant -> Fields.kebab(constant.name());
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case String text -> text;
            case Boolean flag -> flag;
            case BigDecimal number -> number;
            default -> throw new IllegalArgumentException("not for a tree: " + value.getClass());
        };
    }

    /**
     * @throws IllegalArgumentException when the tree is not one of such a record
     */
    public static <R> R read(Object tree, Class<R> type) {
        return type.cast(read(tree, (Type) type));
    }

    private static Object read(@Nullable Object tree, Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return switch (tree) {
                case List<?> list when generic.getRawType() == List.class -> {
                    var items = new ArrayList<Object>();
                    list.forEach(item -> items.add(read(item, arguments[0])));
                    yield items;
                }
                case Map<?, ?> map when generic.getRawType() == Map.class -> {
                    var copy = new LinkedHashMap<String, Object>();
                    map.forEach((name, item) -> copy.put((String) name, read(item, arguments[1])));
                    yield copy;
                }
                case null, default -> throw not(type, tree);
            };
        }
        return readPlain(tree, (Class<?>) type);
    }

    private static Object readPlain(@Nullable Object tree, Class<?> type) {
        return switch (tree) {
            case Map<?, ?> map when type.isRecord() -> record(map, type);
            case Map<?, ?> map when type.isSealed() -> record(map, member(type, map.get(IS)));
            case String text when type.isEnum() ->
                    Arrays.stream(type.getEnumConstants())
                            .filter(c -> Fields.kebab(((Enum<?>) c).name()).equals(text))
                            .findFirst()
                            .orElseThrow(() -> not(type, text));
            case BigDecimal number when type == int.class -> number.intValueExact();
            case BigDecimal number when type == long.class -> number.longValueExact();
            case Boolean flag when type == boolean.class -> flag;
            case Object same when type.isInstance(same) -> same;
            case null, default -> throw not(type, tree);
        };
    }

    private static Object record(Map<?, ?> map, Class<?> type) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(map.get(components[i].getName()), components[i].getGenericType());
        }
        return make(type, components, values);
    }

    private static Class<?> member(Class<?> family, @Nullable Object name) {
        for (var member : family.getPermittedSubclasses()) {
            if (name(member).equals(name)) {
                return member;
            }
        }
        throw not(family, name);
    }

    private static @Nullable Class<?> family(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).filter(Class::isSealed).findFirst().orElse(null);
    }

    private static String name(Class<?> type) {
        return Fields.kebab(type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    private static Object get(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static IllegalArgumentException not(Type type, @Nullable Object tree) {
        return new IllegalArgumentException("not a " + type.getTypeName() + ": " + tree);
    }
}
