package descent.flashcard.scheduling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Histories of reviews with the numbers that belong to them, computed from the formulas of FSRS-6
 * by a program in another language.
 */
final class Goldens {
    record Line(
            String history,
            double desiredRetention,
            Rating rating,
            int elapsedDays,
            Card.State state,
            double stability,
            double difficulty,
            int intervalDays) {
        static Line parse(String line) {
            var cells = line.split(",");
            return new Line(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    Rating.of(Integer.parseInt(cells[3])),
                    Integer.parseInt(cells[4]),
                    Card.State.valueOf(cells[5]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    Integer.parseInt(cells[8]));
        }
    }

    private Goldens() {}

    static Map<String, List<Line>> histories() {
        try (var file = Goldens.class.getResourceAsStream("golden-histories.csv")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .skip(1)
                    .map(Line::parse)
                    .collect(
                            Collectors.groupingBy(
                                    Line::history, LinkedHashMap::new, Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
