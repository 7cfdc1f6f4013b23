package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Items;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import descent.engine.tensor.RandomStream;
import java.util.HashSet;
import java.util.List;

/**
 * Somebody's own examples: a row for each, the inputs first, what is to be learned last. {@link
 * CsvTable} makes one of a text.
 *
 * @param columns their names, the target's last
 * @param classes the names of the classes, of which the target column has the numbers from 0; none
 *     where a number is to be predicted
 * @param rows the examples
 * @param scaleTarget whether a number to be predicted is shifted and scaled to mean 0 and deviation
 *     1 over all rows
 */
public record Table(
        @Items(min = 2, max = 65) List<String> columns,
        @Items(max = 20) List<String> classes,
        @Items(min = 10, max = 5000) @Range(min = -1e9, max = 1e9) List<List<Double>> rows,
        @Or("true") boolean scaleTarget)
        implements DataSource {
    static final int MOST_NUMBERS = 100_000;
    static final int LONGEST_NAME = 60;
    static final double LARGEST = 1e9;

    public Table {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        rows = rows.stream().map(List::copyOf).toList();
        Bounds.check(Table.class, columns, classes, rows, scaleTarget);
        checkNames("columns", columns);
        checkNames("classes", classes);
        if (classes.size() == 1) throw new OutOfBounds("classes", "none, or two or more", 1);
        long numbers = (long) rows.size() * columns.size();
        if (numbers > MOST_NUMBERS)
            throw new OutOfBounds("rows", "at most " + MOST_NUMBERS + " numbers in all", numbers);
        for (int i = 0; i < rows.size(); i++)
            check("rows[" + i + "]", rows.get(i), columns.size(), classes.size());
    }

    private static void checkNames(String field, List<String> names) {
        for (var name : names)
            if (name.isBlank() || name.length() > LONGEST_NAME)
                throw new OutOfBounds(
                        field, "of 1 to " + LONGEST_NAME + " characters", name.length());
        var seen = new HashSet<String>();
        for (var name : names)
            if (!seen.add(name))
                throw new OutOfBounds(field, "all different", "\"" + name + "\" twice");
    }

    private static void check(String field, List<Double> row, int columns, int classes) {
        if (row.size() != columns)
            throw new OutOfBounds(
                    field, "of " + columns + " numbers, as there are columns", row.size());
        for (double number : row)
            if (!(Math.abs(number) <= LARGEST))
                throw new OutOfBounds(field, "of numbers between -1e9 and 1e9", number);
        double target = row.getLast();
        if (classes > 0 && !(target >= 0 && target < classes && target == Math.rint(target)))
            throw new OutOfBounds(
                    field, "at its end the number of a class, 0 to " + (classes - 1), target);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int inputs() {
        return columns.size() - 1;
    }

    @Override
    public Task task() {
        return classes.isEmpty() ? Task.REGRESSION : new Task(classes.size());
    }

    @Override
    public double labelNoise() {
        return 0;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Examples draw(RandomStream random) {
        var examples = Examples.ofSize(size(), inputs());
        for (int i = 0; i < size(); i++) {
            var input = new double[inputs()];
            for (int j = 0; j < input.length; j++) input[j] = rows.get(i).get(j);
            examples.set(i, rows.get(i).getLast(), input);
        }
        if (classes.isEmpty() && scaleTarget) scale(examples.targets());
        return examples;
    }

    private static void scale(double[] targets) {
        double sum = 0;
        for (double target : targets) sum += target;
        double mean = sum / targets.length;
        double squares = 0;
        for (double target : targets) squares += (target - mean) * (target - mean);
        double deviation = Math.sqrt(squares / targets.length);
        for (int i = 0; i < targets.length; i++)
            targets[i] = (targets[i] - mean) / (deviation > 1e-12 ? deviation : 1);
    }
}
