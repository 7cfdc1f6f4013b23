package descent.editor.item;

import descent.course.yaml.FileNotes;
import descent.course.yaml.YamlNode;
import descent.course.yaml.YamlText;
import descent.editor.item.ItemField.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The forms of items as {@code forms.yaml} describes them, and what is kept beside it. */
final class Forms {
    private static final Map<String, Object> ALL = mapping("forms.yaml");
    private static final String TYPES = "types";

    private Forms() {}

    /** A file of this package that says something by name. */
    static Map<String, Object> mapping(String file) {
        var notes = new FileNotes(file);
        var root = YamlText.parse(text(file), 1, notes);
        if (root.orElse(null) instanceof YamlNode.Mapping mapping) {
            return mapping.plain();
        }
        throw new IllegalStateException(file + ": " + notes.findings());
    }

    static String text(String file) {
        try (var in = Objects.requireNonNull(Forms.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of questions, by their names in files. */
    static List<String> types() {
        return List.copyOf(types(ALL).keySet());
    }

    private static Map<String, Object> types(Map<String, Object> all) {
        var types = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(all.get(TYPES)))
                .forEach((name, fields) -> types.put(String.valueOf(name), fields));
        return types;
    }

    /** Of what is no question. */
    static List<ItemField> of(String kind) {
        return fields(ALL.get(kind));
    }

    /** What many questions are given at once. */
    static List<ItemField> tags() {
        return of("tags");
    }

    /** Of a question; empty where there is no such type. */
    static List<ItemField> question(String type) {
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
