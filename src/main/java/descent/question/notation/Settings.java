package descent.question.notation;

import descent.question.tree.Trees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings as people type them: one value ({@code 0.1}, {@code adam}), or several with their names,
 * one in a line ({@code kind: adam}). Within a line groups stand in braces and lists in brackets,
 * with commas between.
 */
public final class Settings {
    private static final int DEEPEST = 16;
    private static final String ENDS_WORD = ":,{}[]\n\"";

    private final String text;
    private int at;

    private Settings(String text) {
        this.text = text;
    }

    /**
     * @return a tree of maps, lists, texts, numbers and booleans
     */
    public static Object read(String text) throws NotUnderstood {
        var bare = text.replace('\r', '\n').strip();
        boolean named = !bare.startsWith("{") && !bare.startsWith("[") && bare.contains(":");
        var settings = new Settings(named ? "{" + bare + "}" : bare);
        var value = settings.value(0);
        settings.skip(true);
        if (settings.at < settings.text.length()) {
            throw new NotUnderstood("one value is expected, or lines such as \"kind: adam\"");
        }
        return value;
    }

    /** As it would be typed: names in lines of their own. */
    public static String write(Object tree) {
        return tree instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(field -> field.getKey() + ": " + inLine(field.getValue()))
                        .collect(Collectors.joining("\n"))
                : inLine(tree);
    }

    /** The same in one line. */
    public static String inLine(Object tree) {
        return switch (tree) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(field -> field.getKey() + ": " + inLine(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream().map(Settings::inLine).collect(Collectors.joining(", ", "[", "]"));
            case BigDecimal number -> {
                var plain = number.toPlainString();
                yield plain.length() > 12 ? number.toString() : plain;
            }
            default -> tree.toString();
        };
    }

    private Object value(int depth) throws NotUnderstood {
        if (depth > DEEPEST) {
            throw new NotUnderstood("braces and brackets are nested too deeply");
        }
        skip(true);
        return switch (here()) {
            case '{' -> group(depth);
            case '[' -> list(depth);
            case '"' -> quoted();
            default -> word();
        };
    }

    private Map<String, Object> group(int depth) throws NotUnderstood {
        var fields = new LinkedHashMap<String, Object>();
        at++;
        while (!ends('}')) {
            var name = here() == '"' ? quoted() : token();
            skip(false);
            expect(':');
            skip(false);
            if (fields.put(name, value(depth + 1)) != null) {
                throw new NotUnderstood("\"" + name + "\" is there twice");
            }
            separate('}');
        }
        return fields;
    }

    private List<Object> list(int depth) throws NotUnderstood {
        var items = new ArrayList<Object>();
        at++;
        while (!ends(']')) {
            items.add(value(depth + 1));
            separate(']');
        }
        return items;
    }

    private boolean ends(char end) throws NotUnderstood {
        skip(true);
        if (at >= text.length()) {
            throw new NotUnderstood("\"" + end + "\" is missing at the end");
        }
        if (text.charAt(at) != end) {
            return false;
        }
        at++;
        return true;
    }

    private void separate(char end) throws NotUnderstood {
        skip(false);
        if (here() == ',' || here() == '\n') {
            at++;
        } else if (here() != end) {
            throw new NotUnderstood("a comma, a new line or \"" + end + "\" is missing");
        }
    }

    private void expect(char wanted) throws NotUnderstood {
        if (here() != wanted) {
            throw new NotUnderstood("\"" + wanted + "\" is missing, as in \"learningRate: 0.1\"");
        }
        at++;
    }

    private String quoted() throws NotUnderstood {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw new NotUnderstood("a quotation mark is missing");
        }
        var inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private Object word() throws NotUnderstood {
        var word = token();
        return switch (word) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default ->
                    Optional.<Object>ofNullable(Trees.number(word))
                            .orElse(Objects.requireNonNull(word));
        };
    }

    private String token() throws NotUnderstood {
        int begin = at;
        while (at < text.length() && ENDS_WORD.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var token = text.substring(begin, at).strip();
        if (token.isEmpty()) {
            throw new NotUnderstood("a name or a value is missing");
        }
        return token;
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skip(boolean linesToo) {
        while (at < text.length()
                && Character.isWhitespace(text.charAt(at))
                && (linesToo || text.charAt(at) != '\n')) {
            at++;
        }
    }
}
