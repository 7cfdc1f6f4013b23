package descent.game;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The best scores of a game in a course, one for each learner.
 *
 * @param lines the first ten, and the viewer's own behind them
 */
public record Board(List<Line> lines) {
    static final int SHOWN = 10;

    /** What somebody reached at best. */
    record Best(UUID person, String name, int score) {}

    /**
     * Where somebody stands.
     *
     * @param place equal scores share one
     * @param own whether it is the viewer's
     */
    public record Line(int place, String name, int score, boolean own) {}

    public Board {
        lines = List.copyOf(lines);
    }

    /**
     * @param bests the highest first
     */
    static Board of(List<Best> bests, UUID viewer) {
        var lines = new ArrayList<Line>();
        for (var best : bests) {
            boolean shares = !lines.isEmpty() && lines.getLast().score() == best.score();
            int place = shares ? lines.getLast().place() : lines.size() + 1;
            lines.add(new Line(place, best.name(), best.score(), best.person().equals(viewer)));
        }
        return new Board(
                IntStream.range(0, lines.size())
                        .filter(i -> i < SHOWN || lines.get(i).own())
                        .mapToObj(lines::get)
                        .toList());
    }
}
