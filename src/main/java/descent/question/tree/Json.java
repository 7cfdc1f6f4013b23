package descent.question.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical JSON text of a neutral tree, and back: names in order, no spaces, numbers without
 * trailing zeros. Equal trees have equal texts.
 */
public final class Json {
    private static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 400;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    public static String write(Object tree) {
        var out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    /**
     * @throws IllegalArgumentException when the text is not JSON, or holds a {@code null}
     */
    public static Object read(String text) {
        var json = new Json(text);
        var tree = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.unexpected("the end");
        }
        return tree;
    }

    private static void write(Object tree, StringBuilder out) {
        switch (tree) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((name, value) -> sorted.put((String) name, value));
                var comma = "{";
                for (var field : sorted.entrySet()) {
                    out.append(comma);
                    string(field.getKey(), out);
                    write(field.getValue(), out.append(':'));
                    comma = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    write(list.get(i), i == 0 ? out : out.append(','));
                }
                out.append(']');
            }
            case String s -> string(s, out);
            case Boolean flag -> out.append(flag);
            case BigDecimal number -> out.append(Trees.canonical(number));
            default ->
                    throw new IllegalArgumentException("not of a neutral tree: " + tree.getClass());
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private Object value(int depth) {
        space();
        if (depth > DEEPEST || at == text.length()) {
            throw unexpected("a value");
        }
        return switch (text.charAt(at)) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> map(int depth) {
        var map = new LinkedHashMap<String, Object>();
        at++;
        if (next('}')) {
            return map;
        }
        do {
            space();
            if (at == text.length() || text.charAt(at) != '"') {
                throw unexpected("a name");
            }
            var name = string();
            expect(':');
            if (map.put(name, value(depth + 1)) != null) {
                throw unexpected("another name than \"" + name + "\" again");
            }
        } while (next(','));
        expect('}');
        return map;
    }

    private List<Object> list(int depth) {
        var list = new ArrayList<Object>();
        at++;
        if (next(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
        } while (next(','));
        expect(']');
        return list;
    }

    private String string() {
        var out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                break;
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw unexpected("the end of a text");
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw unexpected("four hexadecimal digits");
                }
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(text.charAt(at++), 16);
                    if (digit < 0) {
                        throw unexpected("four hexadecimal digits");
                    }
                    code = 16 * code + digit;
                }
                yield (char) code;
            }
            default -> throw unexpected("an escape");
        };
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var digits = text.substring(start, at);
        if (digits.length() > MOST_DIGITS
                || !digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")) {
            at = start;
            throw unexpected("a value");
        }
        return Trees.canonical(new BigDecimal(digits));
    }

    private Boolean word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private boolean next(char c) {
        space();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!next(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException unexpected(String expected) {
        return new IllegalArgumentException(
                "not JSON: " + expected + " is expected at character " + at);
    }
}
