package descent.course.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML into nodes that know their lines. Aliases are refused, depth and size bounded. */
public final class YamlText {
    private static final int MAX_DEPTH = 20;

    /** A megabyte: the largest bank of questions is a tenth of it. */
    private static final int MAX_CHARACTERS = 1 << 20;

    private final String text;
    private final int firstLine;
    private final FileNotes notes;

    private YamlText(String text, int firstLine, FileNotes notes) {
        this.text = text;
        this.firstLine = firstLine;
        this.notes = notes;
    }

    /**
     * @param firstLine the number, in its file, of the first line of {@code text}
     * @param notes is told what is wrong
     * @return nothing when it is not YAML
     */
    public static Optional<YamlNode> parse(String text, int firstLine, FileNotes notes) {
        return new YamlText(text, firstLine, notes).parse();
    }

    private Optional<YamlNode> parse() {
        if (text.length() > MAX_CHARACTERS) {
            notes.error(
                    firstLine,
                    "yaml",
                    "the file has %,d characters, more than %,d: divide it"
                            .formatted(text.length(), MAX_CHARACTERS));
            return Optional.empty();
        }
        try {
            if (hasAliases()) {
                return Optional.empty();
            }
            var root = yaml().compose(new StringReader(text));
            if (root == null) {
                notes.error(firstLine, "yaml", "there is nothing here");
                return Optional.empty();
            }
            return Optional.of(node(root));
        } catch (MarkedYAMLException e) {
            notes.error(markedLine(e), "yaml", problem(e));
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(e.getPosition(), text.length()));
            notes.error(
                    firstLine + (int) before.chars().filter(c -> c == '\n').count(),
                    "yaml",
                    "the character U+%04X is not allowed".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            notes.error(firstLine, "yaml", Objects.requireNonNullElse(e.getMessage(), "no YAML"));
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARACTERS);
        return new Yaml(options);
    }

    /** They could make a small file large, or endless, and hide where a text comes from. */
    private boolean hasAliases() {
        boolean found = false;
        int depth = 0;
        for (var event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent alias) {
                found = true;
                notes.error(
                        firstLine + alias.getStartMark().getLine(),
                        "yaml",
                        "aliases such as *%s are not read: write it out"
                                .formatted(alias.getAnchor()));
            }
            depth +=
                    switch (event) {
                        case CollectionStartEvent _ -> 1;
                        case CollectionEndEvent _ -> -1;
                        default -> 0;
                    };
            if (depth > MAX_DEPTH) {
                // Composing says so; the rest of a file of brackets would take minutes.
                break;
            }
        }
        return found;
    }

    private YamlNode node(Node node) {
        int line = firstLine + node.getStartMark().getLine();
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, line);
            case SequenceNode sequence -> {
                var items = new ArrayList<YamlNode>();
                sequence.getValue().forEach(item -> items.add(node(item)));
                yield new YamlNode.Sequence(items, line);
            }
            case MappingNode mapping -> mapping(mapping, line);
            default -> throw new YAMLException("unexpected node " + node.getNodeId());
        };
    }

    private static YamlNode scalar(ScalarNode scalar, int line) {
        var style = scalar.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        return new YamlNode.Scalar(scalar.getValue(), style != ScalarStyle.PLAIN, block, line);
    }

    private YamlNode mapping(MappingNode mapping, int line) {
        var entries = new LinkedHashMap<String, YamlNode>();
        for (var entry : mapping.getValue()) {
            int keyLine = firstLine + entry.getKeyNode().getStartMark().getLine();
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                notes.error(keyLine, "yaml", "the name of a field is a plain word");
            } else if (entries.putIfAbsent(key.getValue(), node(entry.getValueNode())) != null) {
                notes.error(
                        keyLine,
                        "yaml",
                        "the field \"%s\" stands here for the second time"
                                .formatted(key.getValue()));
            }
        }
        return new YamlNode.Mapping(entries, line);
    }

    private int markedLine(MarkedYAMLException e) {
        var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        return mark == null ? firstLine : firstLine + mark.getLine();
    }

    private static String problem(MarkedYAMLException e) {
        return say(e.getContext()) + (e.getContext() == null ? "" : ", ") + say(e.getProblem());
    }

    private static String say(@Nullable String words) {
        return words == null ? "" : words;
    }
}
