package descent.exchange.card;

import descent.exchange.card.CardNote.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes as a text file, one a line, cells between tabs: what a spreadsheet or a text editor opens,
 * and Anki imports. Before the notes stand lines of Anki's that say what the columns are:
 *
 * <pre>
 * #separator:tab
 * #columns:front	back	kind	deck	tags
 * </pre>
 *
 * A file without them has front, back and tags in this order. Cells may stand in double quotes,
 * doubled within. A cell that a spreadsheet would take for a formula is written with an apostrophe
 * before it, which is taken away when it is read.
 */
public final class CardTable {
    private static final List<String> COLUMNS = List.of("front", "back", "kind", "deck", "tags");
    private static final List<String> WITHOUT_HEADER = List.of("front", "back", "tags");
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n'";

    private char separator = '\t';
    private List<String> columns = WITHOUT_HEADER;
    private String deck = "";
    private final NoteCollector collector = new NoteCollector();

    private CardTable() {}

    public static String write(List<CardNote> notes) {
        var lines =
                Stream.of(
                        "#separator:tab",
                        "#html:false",
                        "#columns:" + String.join("\t", COLUMNS),
                        "#deck column:4",
                        "#tags column:5");
        return Stream.concat(lines, notes.stream().map(CardTable::line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String line(CardNote note) {
        var kind = note.kind().name().toLowerCase(Locale.ROOT);
        return Stream.of(
                        note.front(), note.back(), kind, note.deck(), String.join(" ", note.tags()))
                .map(CardTable::cell)
                .collect(Collectors.joining("\t"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        var safe = formula ? "'" + text : text;
        boolean plain =
                safe.chars().noneMatch(c -> "\t\r\n\"".indexOf(c) >= 0) && !safe.startsWith("#");
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /**
     * @throws UnreadableFile when it is no text in UTF-8
     */
    public static CardFile read(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableFile("This is not a text file.");
            }
            return new CardTable().read(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("This is not a text file in UTF-8.", e);
        }
    }

    private CardFile read(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '#') {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            header(text.substring(begin + 1, end).replace("\r", ""));
            begin = Math.min(end + 1, text.length());
        }
        for (var row : TableRows.of(text.substring(begin), separator).rows()) {
            if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                note(row.cells());
            }
        }
        return collector.file();
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        var value = colon < 0 ? "" : line.substring(colon + 1);
        switch (line.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT)) {
            case "separator" -> separator = separator(value.strip());
            case "columns" -> columns = columns(value);
            case "deck" -> deck = value.strip();
            case "deck column" -> name(value, "deck");
            case "tags column" -> name(value, "tags");
            default -> {
                // A remark, or something of Anki's that says nothing of the notes.
            }
        }
    }

    private List<String> columns(String line) {
        return TableRows.of(line, separator).rows().stream()
                .limit(1)
                .flatMap(row -> row.cells().stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Names the column of this number, from 1. */
    private void name(String number, String name) {
        if (number.strip().matches("[1-9]\\d?")) {
            var named = new ArrayList<>(columns);
            int index = Integer.parseInt(number.strip()) - 1;
            while (named.size() <= index) {
                named.add("");
            }
            named.replaceAll(column -> column.equals(name) ? "" : column);
            named.set(index, name);
            columns = named;
        }
    }

    private static char separator(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tab", "" -> '\t';
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "pipe" -> '|';
            case "colon" -> ':';
            case "space" -> ' ';
            default -> name.charAt(0);
        };
    }

    private void note(List<String> cells) {
        var front = cell(cells, "front", 0);
        var kind = cell(cells, "kind", -1).strip().toLowerCase(Locale.ROOT);
        var named = cell(cells, "deck", -1).strip();
        collector.add(
                kind(kind, front),
                front.strip(),
                cell(cells, "back", 1).strip(),
                CardNote.tags(cell(cells, "tags", -1)),
                named.isEmpty() ? deck : named);
    }

    private static Kind kind(String name, String front) {
        return switch (name) {
            case "cloze" -> Kind.CLOZE;
            case "reversed" -> Kind.REVERSED;
            case "basic" -> Kind.BASIC;
            default -> CardNote.hasGap(front) ? Kind.CLOZE : Kind.BASIC;
        };
    }

    /** By the name of its column, else by the place where it stands in most files. */
    private String cell(List<String> cells, String column, int usual) {
        int at = columns.contains(column) ? columns.indexOf(column) : usual;
        var text = at >= 0 && at < cells.size() ? cells.get(at) : "";
        boolean guarded =
                text.length() > 1
                        && text.charAt(0) == '\''
                        && STARTS_A_FORMULA.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }
}
