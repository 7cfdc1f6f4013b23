package descent.course.yaml;

import descent.course.yaml.YamlNode.Mapping;
import descent.course.yaml.YamlNode.Scalar;
import descent.course.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list of items with ids in a YAML file, as text: single items are added or replaced, and all
 * else stays as it was written, remarks and layout too. A file that is no list can be taken as a
 * whole for the only item.
 */
public final class ItemList {
    private static final Pattern DASH = Pattern.compile("( *)- .*");
    private static final Pattern TOP_FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*:( .*)?");

    /** The name of what is no list. */
    private static final String WHOLE = "";

    private final String name;
    private final List<String> lines;

    /** The first line of each item and the one after its last, from 0. */
    private final Map<String, Span> spans = new LinkedHashMap<>();

    /** What each item says. */
    private final Map<String, Map<String, Object>> trees = new LinkedHashMap<>();

    private record Span(int begin, int end) {}

    private ItemList(String name, List<String> lines) {
        this.name = name;
        this.lines = new ArrayList<>(lines);
    }

    /**
     * @param name of the list, one of the topmost fields of the file
     * @param text empty for a file that is not there yet
     * @return nothing when it is written in a way in which no item stands on lines of its own
     */
    public static Optional<ItemList> read(String name, String text) {
        var list = new ItemList(name, text.lines().toList());
        return text.isBlank() || list.find(text) ? Optional.of(list) : Optional.empty();
    }

    /**
     * A file as the only item of its list.
     *
     * @param id by which the item is known; the file does not say it
     * @param text empty for a file that is not there yet
     * @return nothing when it is no mapping
     */
    public static Optional<ItemList> whole(String id, String text) {
        var list = new ItemList(WHOLE, text.lines().toList());
        list.spans.put(id, new Span(0, list.lines.size()));
        if (text.isBlank()) {
            list.trees.put(id, Map.of());
            return Optional.of(list);
        }
        var root = YamlText.parse(text, 1, new FileNotes(id)).orElse(null);
        if (!(root instanceof Mapping mapping)) {
            return Optional.empty();
        }
        list.trees.put(id, mapping.plain());
        return Optional.of(list);
    }

    private boolean find(String text) {
        var root = YamlText.parse(text, 1, new FileNotes(name)).orElse(null);
        if (!(root instanceof Mapping mapping)) {
            return false;
        }
        if (!mapping.entries().containsKey(name)) {
            return true;
        }
        if (!(mapping.entries().get(name) instanceof Sequence sequence)
                || sequence.items().isEmpty()) {
            return false;
        }
        int after = after(sequence.items().getFirst().line());
        for (int i = 0; i < sequence.items().size(); i++) {
            var item = sequence.items().get(i);
            int begin = item.line() - 1;
            int end =
                    i + 1 < sequence.items().size()
                            ? sequence.items().get(i + 1).line() - 1
                            : after;
            if (!DASH.matcher(lines.get(begin)).matches()
                    || !(item instanceof Mapping fields)
                    || !(fields.entries().get("id") instanceof Scalar id)) {
                return false;
            }
            spans.put(id.text(), new Span(begin, ending(begin, end)));
            trees.put(id.text(), fields.plain());
        }
        return true;
    }

    /** Where the next of the topmost fields begins. */
    private int after(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (TOP_FIELD.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    /** Remarks between two items are not the first one's. */
    private int ending(int begin, int end) {
        int indent = indent(lines.get(begin));
        int last = end;
        while (last > begin + 1) {
            var line = lines.get(last - 1);
            boolean remark = line.strip().startsWith("#") && indent(line) <= indent;
            if (!line.isBlank() && !remark) {
                break;
            }
            last--;
        }
        return last;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** As it is written; empty where there is no such item. */
    public String item(String id) {
        var span = spans.get(id);
        return span == null
                ? ""
                : String.join("\n", lines.subList(span.begin(), span.end())) + "\n";
    }

    /** What the items say, by id, in the order of the file. */
    public Map<String, Map<String, Object>> trees() {
        return Collections.unmodifiableMap(trees);
    }

    /** The number of an item's first line; 1 where there is no such item. */
    public int lineOf(String id) {
        var span = spans.get(id);
        return span == null ? 1 : span.begin() + 1;
    }

    /** Whether a line, from 1, is one of an item's. */
    public boolean holds(String id, int line) {
        var span = spans.get(id);
        return span != null && line > span.begin() && line <= span.end();
    }

    /**
     * The file's text with an item changed: of its fields only those that say something else are
     * written anew.
     */
    public String withFields(String id, Map<String, Object> item) {
        return spans.containsKey(id) ? withFields(Map.of(id, item)) : with(List.of(item));
    }

    /** The same of several that are there, by their ids. */
    public String withFields(Map<String, Map<String, Object>> items) {
        var after = new ArrayList<String>();
        int at = 0;
        for (var each : spans.entrySet()) {
            var item = items.get(each.getKey());
            if (item != null) {
                after.addAll(lines.subList(at, each.getValue().begin()));
                after.addAll(changed(each.getKey(), item));
                at = each.getValue().end();
            }
        }
        after.addAll(lines.subList(at, lines.size()));
        return String.join("\n", after) + "\n";
    }

    /**
     * The file's text with these items alone, in this order. What stands between an item and the
     * one before goes with it.
     */
    public String arranged(List<Map<String, Object>> items) {
        if (spans.isEmpty()) {
            return with(items);
        }
        int indent = indent(lines.get(first().begin()));
        var gaps = gaps();
        var after = new ArrayList<>(lines.subList(0, first().begin()));
        for (var item : items) {
            var id = String.valueOf(item.get("id"));
            if (spans.containsKey(id)) {
                after.addAll(gaps.getOrDefault(id, List.of()));
                after.addAll(changed(id, item));
            } else {
                WrittenYaml.item(item, indent).lines().forEach(after::add);
            }
        }
        after.addAll(lines.subList(last(), lines.size()));
        return String.join("\n", after) + "\n";
    }

    private Map<String, List<String>> gaps() {
        var gaps = new LinkedHashMap<String, List<String>>();
        int at = first().begin();
        for (var each : spans.entrySet()) {
            gaps.put(each.getKey(), lines.subList(at, each.getValue().begin()));
            at = each.getValue().end();
        }
        return gaps;
    }

    /** An item's lines with what is to be said by it. */
    private List<String> changed(String id, Map<String, Object> item) {
        var span = Objects.requireNonNull(spans.get(id), id);
        var before = Objects.requireNonNull(trees.get(id), id);
        var own = lines.subList(span.begin(), span.end());
        boolean whole = name.equals(WHOLE);
        int indent =
                whole
                        ? 0
                        : own.getFirst().length()
                                - own.getFirst().replaceFirst(" *- +", "").length();
        return new FieldLines(own, indent)
                .with(before, item)
                .filter(fields -> says(id, fields, item))
                .orElseGet(() ->
                        (whole
                                        ? WrittenYaml.fields(item, 0)
                                        : WrittenYaml.item(item, indent(own.getFirst())))
                                .lines()
                                .toList());
    }

    private boolean says(String id, List<String> lines, Map<String, Object> item) {
        // A block at the end keeps its last line break.
        var text = String.join("\n", lines) + "\n";
        return (name.equals(WHOLE) ? whole(id, text) : read(name, name + ":\n" + text))
                .map(list -> list.trees().get(id))
                .map(after -> WrittenYaml.fields(after, 0).equals(WrittenYaml.fields(item, 0)))
                .orElse(false);
    }

    /**
     * The text of a file with another value for one of its topmost fields.
     *
     * @return nothing when the field does not stand on lines of its own
     */
    public static Optional<String> withTopField(String text, String name, Object value) {
        var root = YamlText.parse(text, 1, new FileNotes(name)).orElse(null);
        if (!(root instanceof Mapping mapping)) {
            return Optional.empty();
        }
        var now = new LinkedHashMap<>(mapping.plain());
        now.put(name, value);
        return new FieldLines(text.lines().toList(), 0)
                .with(mapping.plain(), now)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    /** The file's text with each item in the place of the one with its id, or at the end. */
    public String with(List<Map<String, Object>> items) {
        int indent = spans.isEmpty() ? 2 : indent(lines.get(first().begin()));
        var after = new ArrayList<String>();
        var replacing = new LinkedHashMap<String, Map<String, Object>>();
        var adding = new ArrayList<String>();
        for (var item : items) {
            var id = String.valueOf(item.get("id"));
            if (spans.containsKey(id)) {
                replacing.put(id, item);
            } else {
                WrittenYaml.item(item, indent).lines().forEach(adding::add);
            }
        }
        if (spans.isEmpty()) {
            after.addAll(lines);
            after.add(name + ":");
            after.addAll(adding);
            return String.join("\n", after) + "\n";
        }
        int at = 0;
        for (var span : spans.entrySet()) {
            var item = replacing.get(span.getKey());
            if (item != null) {
                after.addAll(lines.subList(at, span.getValue().begin()));
                WrittenYaml.item(item, indent).lines().forEach(after::add);
                at = span.getValue().end();
            }
        }
        int end = last();
        if (at < end) {
            after.addAll(lines.subList(at, end));
        }
        after.addAll(adding);
        after.addAll(lines.subList(Math.max(at, end), lines.size()));
        return String.join("\n", after) + "\n";
    }

    private int last() {
        return spans.values().stream().mapToInt(Span::end).max().orElseThrow();
    }

    private Span first() {
        return spans.values().iterator().next();
    }
}
