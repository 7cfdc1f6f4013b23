package descent.editor.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The forms of items as {@code forms.yaml} describes them. */
public final class Forms {
    private static final Map<String, Object> ALL = PackagedFile.mapping(Forms.class, "forms.yaml");
    private static final String TYPES = "types";

    private Forms() {}

    /** The types of questions, by their names in files. */
    public static List<String> types() {
        return List.copyOf(types(ALL).keySet());
    }

    private static Map<String, Object> types(Map<String, Object> all) {
        var types = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(all.get(TYPES)))
                .forEach((name, fields) -> types.put(String.valueOf(name), fields));
        return types;
    }

    /** Of what is no question. */
    public static List<ItemField> of(String kind) {
        return fields(ALL.get(kind));
    }

    /** What many questions are given at once. */
    public static List<ItemField> tags() {
        return of("tags");
    }

    /** Of a question; empty where there is no such type. */
    public static List<ItemField> question(String type) {
        var own = types(ALL).get(type);
        if (own == null) {
            return List.of();
        }
        var fields = new ArrayList<>(tags());
        var key = fields(own);
        var asked = new ArrayList<>(of("asked"));
        var after = new ArrayList<>(of("after"));
        for (var field : key) {
            asked.removeIf(each -> each.name().equals(field.name()));
            after.removeIf(each -> each.name().equals(field.name()));
        }
        fields.addAll(asked);
        fields.addAll(key);
        fields.addAll(after);
        return fields;
    }

    private static List<ItemField> fields(@Nullable Object described) {
        return described instanceof List<?> list
                ? list.stream().map(each -> field((Map<?, ?>) each)).toList()
                : List.of();
    }

    private static ItemField field(Map<?, ?> described) {
        var shape = String.valueOf(described.get("shape")).toUpperCase(Locale.ROOT);
        return new ItemField(
                String.valueOf(described.get("name")),
                String.valueOf(described.get("label")),
                Shape.valueOf(shape),
                !Boolean.TRUE.equals(described.get("optional")),
                described.get("choices") instanceof List<?> choices
                        ? choices.stream().map(String::valueOf).toList()
                        : List.of(),
                fields(described.get("columns")),
                described.get("ids") instanceof String ids ? ids : "");
    }
}
