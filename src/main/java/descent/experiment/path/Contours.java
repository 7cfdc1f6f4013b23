package descent.experiment.path;

import descent.engine.path.LossSurface;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines of equal loss, in the language of SVG's paths. */
final class Contours {
    private static final int LINES = 12;
    private static final int ACROSS = 72;
    private static final int DOWN = 54;

    /** They never change. */
    private static final Map<LossSurface, List<String>> ALL =
            Stream.of(LossSurface.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    surface -> surface, surface -> new Contours(surface).lines()));

    private final Frame frame;
    private final double[][] loss = new double[DOWN + 1][ACROSS + 1];

    private Contours(LossSurface surface) {
        frame = new Frame(surface.window());
        for (int j = 0; j <= DOWN; j++) {
            for (int i = 0; i <= ACROSS; i++) {
                loss[j][i] = surface.value(frame.weightX(pixelX(i)), frame.weightY(pixelY(j)));
            }
        }
    }

    /** From the lowest line to the highest. */
    static List<String> of(LossSurface surface) {
        return ALL.getOrDefault(surface, List.of());
    }

    /** Evenly spaced on a round bowl; on other surfaces no part of the picture is left empty. */
    private List<String> lines() {
        var sorted = Arrays.stream(loss).flatMapToDouble(Arrays::stream).sorted().toArray();
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> {
                    double share = (double) line / (LINES + 1);
                    return line(sorted[(int) (share * share * (sorted.length - 1))]);
                })
                .toList();
    }

    /** In every cell the line runs between the two sides that it crosses, or all four. */
    private String line(double level) {
        var path = new StringBuilder();
        for (int j = 0; j < DOWN; j++) {
            for (int i = 0; i < ACROSS; i++) {
                cell(level, i, j, path);
            }
        }
        return path.toString();
    }

    private void cell(double level, int i, int j, StringBuilder path) {
        int[][] corners = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
        boolean begun = false;
        for (int side = 0; side < 4; side++) {
            var from = corners[side];
            var to = corners[(side + 1) % 4];
            double a = loss[from[1]][from[0]];
            double b = loss[to[1]][to[0]];
            if (a < level != b < level) {
                double share = (level - a) / (b - a);
                path.append(begun ? 'L' : 'M')
                        .append(Frame.text(between(pixelX(from[0]), pixelX(to[0]), share)))
                        .append(' ')
                        .append(Frame.text(between(pixelY(from[1]), pixelY(to[1]), share)));
                begun = !begun;
            }
        }
    }

    private static double between(double a, double b, double share) {
        return a + share * (b - a);
    }

    private double pixelX(int i) {
        return frame.width() * (double) i / ACROSS;
    }

    private double pixelY(int j) {
        return frame.height() * (double) j / DOWN;
    }
}
