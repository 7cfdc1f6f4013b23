package descent.experiment.challenge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The best results of a challenge, one for each learner. */
record Board(List<Line> lines) {
    /** A result that reached the target. */
    record Result(UUID person, String name, Appearance appearance, double score, Instant at) {}

    /**
     * @param place equal results share one
     * @param name empty for one who does not want it shown
     * @param own whether it is the viewer's
     */
    record Line(int place, String name, double score, Instant at, boolean own) {}

    Board {
        lines = List.copyOf(lines);
    }

    /** Of equal results the earlier stands first. Who wants to be absent is. */
    static Board of(List<Result> results, boolean lowestBest, UUID viewer) {
        var byScore = Comparator.comparingDouble(Result::score);
        var order = (lowestBest ? byScore : byScore.reversed()).thenComparing(Result::at);
        var best = new HashMap<UUID, Result>();
        for (var result : results) {
            if (result.appearance() != Appearance.ABSENT) {
                best.merge(result.person(), result, (a, b) -> order.compare(a, b) <= 0 ? a : b);
            }
        }
        var lines = new ArrayList<Line>();
        for (var result : best.values().stream().sorted(order).toList()) {
            boolean shares = !lines.isEmpty() && lines.getLast().score() == result.score();
            boolean own = result.person().equals(viewer);
            lines.add(
                    new Line(
                            shares ? lines.getLast().place() : lines.size() + 1,
                            own || result.appearance() == Appearance.NAMED ? result.name() : "",
                            result.score(),
                            result.at(),
                            own));
        }
        return new Board(lines);
    }
}
