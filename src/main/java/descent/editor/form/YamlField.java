package descent.editor.form;

import descent.course.material.Finding;
import descent.course.yaml.FileNotes;
import descent.course.yaml.WrittenYaml;
import descent.course.yaml.YamlNode;
import descent.course.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of an item that is entered as it stands in the file. */
final class YamlField {
    private static final String NAME = "it";

    private YamlField() {}

    static String shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> map) {
            return WrittenYaml.fields(named(map), 0).stripTrailing();
        }
        var written = WrittenYaml.fields(Map.of(NAME, value), 0);
        return written.substring(NAME.length() + 1).stripTrailing().stripIndent().strip();
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        return map.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                each -> String.valueOf(each.getKey()),
                                Map.Entry::getValue,
                                (a, _) -> a,
                                LinkedHashMap::new));
    }

    /**
     * @throws Unreadable with the place and the reason
     */
    static Object read(String text) throws Unreadable {
        var notes = new FileNotes(NAME);
        var root = YamlText.parse(text, 1, notes);
        if (root.isEmpty()) {
            throw new Unreadable(
                    notes.findings().stream()
                            .map(YamlField::said)
                            .collect(Collectors.joining("; ")));
        }
        if (root.get() instanceof YamlNode.Scalar) {
            throw new Unreadable("Fields or a list are needed here, such as x: 1.");
        }
        return root.get().plain();
    }

    private static String said(Finding finding) {
        return "Line %d: %s.".formatted(finding.line(), finding.message());
    }
}
