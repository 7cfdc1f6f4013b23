package descent.course.yaml;

import descent.shared.text.Prose;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A value in a YAML file, with its line. */
public sealed interface YamlNode {
    int line();

    /**
     * Without lines: a {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Integer},
     * {@code Long}, {@code Double}, or an empty {@code String} for nothing. What stands in quotes
     * is a {@code String}, and so is {@code yes}.
     */
    Object plain();

    /**
     * @param block whether it was written below a {@code |} or {@code >}
     * @param quoted whether it was written in quotes or as a block: never a number then
     */
    record Scalar(String text, boolean quoted, boolean block, int line) implements YamlNode {
        private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,100}");
        private static final Pattern DECIMAL =
                Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

        boolean isNumber() {
            return !quoted && text.length() <= 100 && DECIMAL.matcher(text).matches();
        }

        boolean isFlag() {
            return !quoted && (text.equals("true") || text.equals("false"));
        }

        boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }

        /** Its text as Markdown; below a {@code |} it begins on the next line. */
        public Prose prose() {
            return Prose.of(text, block ? line + 1 : line);
        }

        @Override
        public Object plain() {
            if (isFlag()) {
                return Boolean.valueOf(text);
            }
            if (isNothing()) {
                return "";
            }
            return isNumber() ? number() : text;
        }

        private Number number() {
            if (!WHOLE.matcher(text).matches()) {
                return Double.valueOf(text);
            }
            var whole = new BigInteger(text);
            if (whole.bitLength() < Integer.SIZE) {
                return whole.intValue();
            }
            if (whole.bitLength() < Long.SIZE) {
                return whole.longValue();
            }
            return whole.doubleValue();
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public List<Object> plain() {
            return items.stream().map(YamlNode::plain).toList();
        }
    }

    /** In the order of the file. */
    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
        @Override
        public Map<String, Object> plain() {
            var plain = new LinkedHashMap<String, Object>();
            entries.forEach((name, node) -> plain.put(name, node.plain()));
            return plain;
        }
    }

    /**
     * The node that a path leads to, or the last one on the way that is there.
     *
     * @param path names of fields ({@code String}) and places in lists ({@code Integer}, from 0)
     */
    default YamlNode at(List<?> path) {
        YamlNode node = this;
        for (var step : path) {
            YamlNode next = null;
            if (node instanceof Mapping mapping && step instanceof String name) {
                next = mapping.entries().get(name);
            } else if (node instanceof Sequence sequence
                    && step instanceof Integer place
                    && place >= 0
                    && place < sequence.items().size()) {
                next = sequence.items().get(place);
            }
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }
}
