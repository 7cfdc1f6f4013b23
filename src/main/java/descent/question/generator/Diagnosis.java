package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reading what a run has recorded. */
final class Diagnosis {
    private Diagnosis() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "early-stopping",
                        List.of(
                                whole("patience", 1, 5, 2, 3),
                                names("ask", List.of("stop", "kept"))),
                        Diagnosis::earlyStopping),
                new Generator(
                        "confusion-measures",
                        List.of(
                                whole("classes", 2, 3, 2, 2),
                                names("ask", List.of("accuracy", "precision", "recall"))),
                        Diagnosis::confusionMeasures));
    }

    private static Variant earlyStopping(Draws d) {
        int patience = d.whole("patience");
        var losses = losses(d, patience);
        int best = 0;
        int stop = 0;
        while (stop - best < patience) {
            stop++;
            best = losses[stop] < losses[best] ? stop : best;
        }
        int lowest =
                IntStream.range(0, losses.length)
                        .reduce((a, b) -> losses[b] < losses[a] ? b : a)
                        .orElse(0);
        int firstRise = 1;
        while (losses[firstRise] < losses[firstRise - 1]) {
            firstRise++;
        }
        boolean asksStop = d.is("ask", "stop");
        var sheet =
                Sheet.asking(
                                """
                                Training stops early with patience %d: when the validation loss has not \
                                fallen below its lowest for %d epoch%s in a row. The losses would be

                                | epoch | %s |
                                |---|%s|
                                | loss | %s |

                                %s\
                                """,
                                patience,
                                patience,
                                patience == 1 ? "" : "s",
                                row(losses.length, i -> Integer.toString(i + 1)),
                                row(losses.length, _ -> "---").replace(" ", ""),
                                row(
                                        losses.length,
                                        i -> String.format(Locale.ROOT, "%.2f", losses[i])),
                                asksStop
                                        ? "After which epoch does training stop?"
                                        : "The weights of which epoch are kept?")
                        .value("patience", patience)
                        .value(
                                "losses",
                                row(
                                                losses.length,
                                                i -> String.format(Locale.ROOT, "%.2f", losses[i]))
                                        .replace(" |", ","))
                        .step(
                                "The lowest loss before the end is %s, in epoch %d.",
                                Figures.plain(losses[best]), best + 1)
                        .step(
                                "Epoch %d is the last of %d in a row that %s not below it: training"
                                        + " stops there.",
                                stop + 1, patience, patience == 1 ? "is" : "are");
        var later =
                lowest > stop
                        ? "That epoch is never reached: training has stopped by then."
                        : "Count the epochs without a new lowest loss.";
        if (asksStop) {
            return sheet.slip(best + 1, "That is the best epoch; stopping takes the patience.")
                    .slip(lowest + 1 + patience, later)
                    .slip(firstRise + 1, "One rise is not enough; only a new lowest loss counts.")
                    .slip(losses.length, "It does not last that long.")
                    .slip(stop, "The patience is not yet used up then.")
                    .slip(stop + 2, "The patience is used up one epoch earlier.")
                    .count(stop + 1, "Mark each new lowest loss; count the epochs since.");
        }
        return sheet.slip(stop + 1, "That is the last epoch; the best weights are kept.")
                .slip(lowest + 1, later)
                .slip(firstRise, "A later epoch, within the patience, is better.")
                .count(best + 1, "Find where training stops; which epoch until then was best?");
    }

    /** A curve that falls, wobbles, and rises long enough for the patience to run out. */
    private static double[] losses(Draws d, int patience) {
        var chance = d.chance("losses");
        int falling = 3 + chance.below(3);
        int length = falling + patience + 3;
        var losses = new double[length];
        long level = 60 + chance.below(30);
        for (int i = 0; i < length; i++) {
            losses[i] = level / 100.0;
            level += i < falling ? -2 - chance.below(9) : 1 + chance.below(4);
            if (i > 0 && i < falling && patience > 1 && chance.below(3) == 0) {
                losses[i] = losses[i - 1] + (1 + chance.below(3)) / 100.0;
                losses[i] = Math.round(100 * losses[i]) / 100.0;
            }
        }
        // sometimes a lower one, too late
        if (chance.below(2) == 0) {
            losses[length - 1] = Math.max(0.01, Math.round(100 * losses[falling] - 20) / 100.0);
        }
        return losses;
    }

    private static String row(int count, java.util.function.IntFunction<String> cell) {
        return IntStream.range(0, count).mapToObj(cell).collect(Collectors.joining(" | "));
    }

    private static Variant confusionMeasures(Draws d) {
        int classes = d.whole("classes");
        var chance = d.chance("counts");
        var counts = new long[classes][classes];
        for (int actual = 0; actual < classes; actual++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                counts[actual][predicted] =
                        actual == predicted ? chance.whole(20, 90) : chance.whole(2, 30);
            }
        }
        int of = d.chance("class").below(classes);
        long all = IntStream.range(0, classes).mapToLong(i -> sum(counts[i])).sum();
        long right = IntStream.range(0, classes).mapToLong(i -> counts[i][i]).sum();
        long row = sum(counts[of]);
        long column = IntStream.range(0, classes).mapToLong(i -> counts[i][of]).sum();
        double hits = counts[of][of];
        var ask = d.name("ask");
        var name = Character.toString('A' + of);
        var sheet =
                Sheet.asking(
                        """
                        A classifier has this confusion matrix on the validation set:

                        | | %s |
                        |---|%s|
                        %s

                        What is its %s?\
                        """,
                        row(classes, i -> "predicted " + (char) ('A' + i)),
                        row(classes, _ -> "---").replace(" ", ""),
                        IntStream.range(0, classes)
                                .mapToObj(i ->
                                        "| truly %s | %s |"
                                                .formatted(
                                                        (char) ('A' + i),
                                                        row(
                                                                classes,
                                                                j -> Long.toString(counts[i][j]))))
                                .collect(Collectors.joining("\n")),
                        ask.equals("accuracy") ? "accuracy" : ask + " for class " + name);
        sheet.value("class", name).value("correct", right).value("examples", all);
        return switch (ask) {
            case "accuracy" ->
                    sheet.step(
                                    "Right are $%s$ of $%s$: $%s$.",
                                    tex(right), tex(all), tex((double) right / all))
                            .slip(1 - (double) right / all, "That is the share of errors.")
                            .slip(hits / all, "All classes on the diagonal count as right.")
                            .slip(
                                    (double) right / (all - right),
                                    "Divide by all, not by the errors.")
                            .real((double) right / all, "The diagonal is right; divide it by all.");
            case "precision" ->
                    sheet.step(
                                    "Of $%s$ called %s, $%s$ are: $%s / %s %s$.",
                                    tex(column),
                                    name,
                                    tex(hits),
                                    tex(hits),
                                    tex(column),
                                    eq(hits / column))
                            .slip(
                                    hits / row,
                                    "That is the recall: share of what truly is " + name + ".")
                            .slip((double) right / all, "That is the accuracy.")
                            .slip(hits / all, "Divide by those called " + name + " only.")
                            .real(hits / column, "Of those called " + name + ", how many are?");
            default ->
                    sheet.step(
                                    "Of $%s$ that are %s, $%s$ are found: $%s / %s %s$.",
                                    tex(row), name, tex(hits), tex(hits), tex(row), eq(hits / row))
                            .slip(
                                    hits / column,
                                    "That is the precision: share of those called " + name + ".")
                            .slip((double) right / all, "That is the accuracy.")
                            .slip(hits / all, "Divide by those that truly are " + name + ".")
                            .real(
                                    hits / row,
                                    "Of those that are " + name + ", how many were found?");
        };
    }

    private static long sum(long[] row) {
        return java.util.Arrays.stream(row).sum();
    }
}
