package descent.editor.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text names a picture.
 *
 * @param name within the lesson's folder
 * @param alternative what it shows, for those who do not see it
 * @param caption empty for none
 */
record FigureReference(String name, String alternative, String caption) {
    String markdown() {
        var title = caption.isBlank() ? "" : " \"" + escaped(caption, "\"") + "\"";
        return "![%s](%s%s)".formatted(escaped(alternative, "[]"), name, title);
    }

    /**
     * The text with the picture in a paragraph of its own.
     *
     * @param end how many lines are before it, blank ones at the end not counted
     */
    String putInto(String text, int end) {
        var lines = new ArrayList<>(text.lines().toList());
        int at = Math.min(end, lines.size());
        while (at > 0 && lines.get(at - 1).isBlank()) {
            at--;
        }
        lines.addAll(at, List.of("", markdown()));
        return String.join("\n", lines) + "\n";
    }

    /** On one line, with nothing that would end it early. */
    private static String escaped(String words, String signs) {
        var line = words.strip().replaceAll("\\s+", " ").replace("\\", "\\\\");
        for (char sign : signs.toCharArray()) {
            line = line.replace(String.valueOf(sign), "\\" + sign);
        }
        return line;
    }
}
