package descent.engine.spec;

import java.util.Map;
import java.util.TreeMap;

/** The members of a sealed family by the names specs give them: adam for the record Adam. */
final class Kinds {
    private static final ClassValue<Map<String, Class<?>>> KINDS =
            new ClassValue<>() {
                @Override
                protected Map<String, Class<?>> computeValue(Class<?> family) {
                    var kinds = new TreeMap<String, Class<?>>();
                    collect(family, kinds);
                    return kinds;
                }
            };

    private Kinds() {}

    static Map<String, Class<?>> of(Class<?> family) {
        return KINDS.get(family);
    }

    static String name(Class<?> member) {
        var name = member.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static void collect(Class<?> family, Map<String, Class<?>> kinds) {
        for (var member : family.getPermittedSubclasses()) {
            if (member.isSealed()) collect(member, kinds);
            else kinds.put(name(member), member);
        }
    }
}
