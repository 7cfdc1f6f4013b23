package descent.editor.replace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where words stand in a text.
 *
 * @param words as they are looked for
 * @param exact whether capitals matter
 */
record Hits(String text, String words, boolean exact) {
    private static final int AROUND = 60;

    /**
     * One place.
     *
     * @param at the place of its first character
     * @param line from 1
     * @param before what stands before it on its line, and after it
     */
    record Hit(int at, int line, String before, String match, String after) {}

    List<Hit> all() {
        var found = pattern().matcher(text);
        var hits = new ArrayList<Hit>();
        int line = 1;
        int counted = 0;
        while (found.find()) {
            for (; counted < found.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            hits.add(
                    new Hit(
                            found.start(),
                            line,
                            before(found.start()),
                            found.group(),
                            after(found.end())));
        }
        return hits;
    }

    /**
     * The text with other words at some of the places.
     *
     * @throws IllegalArgumentException where the words do not stand
     */
    String replaced(Collection<Integer> places, String other) {
        var after = new StringBuilder();
        int from = 0;
        var found = pattern().matcher(text);
        for (int at : new TreeSet<>(places)) {
            if (at < from || !found.find(at) || found.start() != at) {
                throw new IllegalArgumentException("\"%s\" is not at %d".formatted(words, at));
            }
            after.append(text, from, at).append(other);
            from = found.end();
        }
        return after.append(text, from, text.length()).toString();
    }

    private Pattern pattern() {
        int flags = Pattern.LITERAL;
        return Pattern.compile(
                words, exact ? flags : flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private String before(int at) {
        int from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - AROUND);
        return text.substring(from, at).stripLeading();
    }

    private String after(int end) {
        int line = text.indexOf('\n', end);
        return text.substring(
                end,
                Math.min(line < 0 ? text.length() : line, Math.min(end + AROUND, text.length())));
    }
}
