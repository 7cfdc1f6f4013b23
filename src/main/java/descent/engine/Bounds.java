package descent.engine;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;

/** Checks the values given to a record's constructor against what its components say. */
public final class Bounds {
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    var components = type.getRecordComponents();
                    if (components == null)
                        throw new IllegalArgumentException(type + " is not a record");
                    return components;
                }
            };

    private Bounds() {}

    /**
     * @param values all components, in order; called from the compact constructor
     * @throws OutOfBounds that names the first component that is not within its {@link Range} or
     *     {@link Items}
     */
    public static void check(Class<? extends Record> type, Object... values) {
        var components = COMPONENTS.get(type);
        if (components.length != values.length)
            throw new IllegalArgumentException(type + " has " + components.length + " components");
        for (int i = 0; i < values.length; i++) check(components[i], values[i]);
    }

    private static void check(RecordComponent component, Object value) {
        var range = component.getAnnotation(Range.class);
        if (range != null && value instanceof Number number) {
            double x = number.doubleValue();
            if (!(x >= range.min() && x <= range.max()))
                throw new OutOfBounds(component.getName(), between(range), value);
        }
        var items = component.getAnnotation(Items.class);
        if (items != null) {
            int size = size(value);
            if (size < items.min() || size > items.max())
                throw new OutOfBounds(component.getName(), between(items, value), size);
        }
    }

    /** The words for a range: "between 0 and 1". */
    public static String between(Range range) {
        return range.min() == range.max()
                ? NumberText.of(range.min())
                : "between " + NumberText.of(range.min()) + " and " + NumberText.of(range.max());
    }

    private static String between(Items items, Object value) {
        var what = value instanceof CharSequence ? "characters" : "items";
        return items.min() == 0
                ? "of at most " + items.max() + " " + what
                : "of " + items.min() + " to " + items.max() + " " + what;
    }

    private static int size(Object value) {
        return switch (value) {
            case Collection<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case CharSequence text -> text.length();
            default -> throw new IllegalArgumentException(value.getClass() + " has no items");
        };
    }
}
