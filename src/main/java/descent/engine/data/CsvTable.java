package descent.engine.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes a {@link Table} of comma-separated values (RFC 4180). Semicolons and tabs part values too,
 * whichever the first line has most of; with semicolons, numbers may have decimal commas. A first
 * line that holds anything but numbers is the header.
 */
public final class CsvTable {
    /** What the target column is. */
    public enum Target {
        /** Classes where it holds words, or at most ten different whole numbers; else a number. */
        GUESS,
        CLASSES,
        NUMBER
    }

    private static final int LONGEST = 2_000_000;
    private static final int MOST_GUESSED = 10;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private final List<CsvLines.Line> lines;
    private final List<String> header;
    private final boolean decimalCommas;
    private final int target;

    private CsvTable(String text, Optional<String> targetName) {
        char separator = CsvLines.separator(text);
        decimalCommas = separator == ';';
        var all = CsvLines.of(text, separator);
        if (all.isEmpty()) throw new CsvException(1, "the table is empty");
        refuseColumns(all.getFirst().cells().size());
        boolean named = all.getFirst().cells().stream().anyMatch(c -> number(c).isEmpty());
        header = named ? names(all.getFirst()) : numbered(all.getFirst().cells().size());
        lines = named ? all.subList(1, all.size()) : all;
        target = targetName.map(this::column).orElse(header.size() - 1);
    }

    /**
     * @param target the name of the column that is to be learned; the last if not said
     * @throws CsvException with the line and what is wrong there
     */
    public static Table read(String text, Optional<String> target, Target kind) {
        if (text.length() > LONGEST)
            throw new CsvException(
                    1,
                    "the table has %d characters; it may have %d"
                            .formatted(text.length(), LONGEST));
        return new CsvTable(text, target).table(kind);
    }

    private static List<String> names(CsvLines.Line line) {
        var names = new ArrayList<String>();
        for (var cell : line.cells()) {
            var name = cell.strip();
            if (name.isEmpty() || name.length() > Table.LONGEST_NAME)
                throw new CsvException(
                        line.number(),
                        "column %d needs a name of 1 to %d characters"
                                .formatted(names.size() + 1, Table.LONGEST_NAME));
            if (names.contains(name))
                throw new CsvException(line.number(), "two columns are called \"" + name + "\"");
            names.add(name);
        }
        return names;
    }

    private static List<String> numbered(int columns) {
        var names = new ArrayList<String>();
        for (int i = 1; i < columns; i++) names.add("x" + i);
        names.add("y");
        return names;
    }

    private int column(String name) {
        int column = header.indexOf(name.strip());
        if (column < 0)
            throw new CsvException(
                    1,
                    "there is no column \"%s\"; there are %s"
                            .formatted(shown(name), String.join(", ", header)));
        return column;
    }

    private Table table(Target kind) {
        refuseRows();
        var targets = new ArrayList<String>();
        for (var line : lines) targets.add(cell(line, target));
        var classes = isClasses(kind, targets) ? classes(targets) : List.<String>of();
        var columns = new ArrayList<>(header);
        columns.add(columns.remove(target));
        var rows = new ArrayList<List<Double>>();
        for (int i = 0; i < lines.size(); i++) {
            var row = new ArrayList<Double>();
            for (int j = 0; j < header.size(); j++)
                if (j != target) row.add(number(lines.get(i), j));
            row.add(
                    classes.isEmpty()
                            ? number(lines.get(i), target)
                            : classes.indexOf(targets.get(i)));
            rows.add(row);
        }
        return new Table(columns, classes, rows, true);
    }

    /** Before any column is looked at: a text may have a million. */
    private static void refuseColumns(int columns) {
        if (columns < 2 || columns > 65)
            throw new CsvException(1, "there must be 2 to 65 columns, found " + columns);
    }

    private void refuseRows() {
        int columns = header.size();
        int most = Math.min(5000, Table.MOST_NUMBERS / columns);
        if (lines.size() < 10 || lines.size() > most)
            throw new CsvException(
                    1,
                    "there must be 10 to %d rows of %d columns, found %d"
                            .formatted(most, columns, lines.size()));
        for (var line : lines)
            if (line.cells().size() != columns)
                throw new CsvException(
                        line.number(),
                        "%d values where there are %d columns"
                                .formatted(line.cells().size(), columns));
    }

    private boolean isClasses(Target kind, List<String> targets) {
        if (kind != Target.GUESS) return kind == Target.CLASSES;
        if (targets.stream().anyMatch(t -> number(t).isEmpty())) return true;
        boolean whole = targets.stream().allMatch(t -> isWhole(number(t).orElse(Double.NaN)));
        return whole && new HashSet<>(targets).size() <= MOST_GUESSED;
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number);
    }

    /** Numbers by size, words by their letters: the same whatever the order of the rows. */
    private List<String> classes(List<String> targets) {
        var classes = new ArrayList<>(new TreeSet<>(targets));
        if (classes.stream().allMatch(c -> number(c).isPresent()))
            classes.sort(Comparator.comparingDouble(c -> number(c).orElse(0)));
        if (classes.size() < 2 || classes.size() > 20)
            throw new CsvException(
                    1,
                    "column \"%s\" has %d different values; there may be 2 to 20 classes"
                            .formatted(header.get(target), classes.size()));
        return classes;
    }

    private String cell(CsvLines.Line line, int column) {
        var text = line.cells().get(column).strip();
        if (text.isEmpty())
            throw new CsvException(line.number(), "column \"" + header.get(column) + "\" is empty");
        if (text.length() > Table.LONGEST_NAME)
            throw new CsvException(
                    line.number(), "column \"" + header.get(column) + "\" is too long");
        return text;
    }

    private double number(CsvLines.Line line, int column) {
        var text = cell(line, column);
        double value = number(text).orElse(Double.NaN);
        if (!(Math.abs(value) <= Table.LARGEST))
            throw new CsvException(
                    line.number(),
                    "column \"%s\" must be a number between -1e9 and 1e9, was \"%s\""
                            .formatted(header.get(column), shown(text)));
        return value;
    }

    private OptionalDouble number(String cell) {
        var text = cell.strip();
        if (decimalCommas && text.indexOf('.') < 0) text = text.replace(',', '.');
        return NUMBER.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text) + 0.0)
                : OptionalDouble.empty();
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
