package descent.deploy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fields that were given to a fabric8 model and are none of its own: it keeps them apart. */
final class UnknownFields {
    private UnknownFields() {}

    static List<String> of(Object model) throws ReflectiveOperationException {
        var unknown = new ArrayList<String>();
        walk(model, unknown);
        return unknown;
    }

    private static void walk(Object value, List<String> unknown)
            throws ReflectiveOperationException {
        switch (value) {
            case null -> {}
            case Collection<?> all -> {
                for (var each : all) {
                    walk(each, unknown);
                }
            }
            case Map<?, ?> map -> walk(map.values(), unknown);
            default -> {
                if (value.getClass().getPackageName().startsWith("io.fabric8.")) {
                    for (var getter : value.getClass().getMethods()) {
                        field(value, getter, unknown);
                    }
                }
            }
        }
    }

    private static void field(Object value, Method getter, List<String> unknown)
            throws ReflectiveOperationException {
        if (getter.getParameterCount() > 0 || !getter.getName().startsWith("get")) {
            return;
        }
        if (getter.getName().equals("getAdditionalProperties")) {
            ((Map<?, ?>) getter.invoke(value)).keySet().forEach(key -> unknown.add("" + key));
        } else if (getter.getDeclaringClass() == value.getClass()) {
            walk(getter.invoke(value), unknown);
        }
    }
}
