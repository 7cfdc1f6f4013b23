package descent.experiment.backpropagation;

import descent.engine.autodiff.GradientCheck;
import descent.experiment.Numbers;
import descent.experiment.Stop;
import java.util.List;

/**
 * A walk as a page shows it.
 *
 * @param step the one that is looked at
 */
record WalkView(Walk walk, Drawing drawing, int step, List<Row> rows) {
    /** Central differences in double are right to about ten digits. */
    private static final double SAME = 1e-5;

    /**
     * A number of the network.
     *
     * @param agreement whether both gradients are the same, in words
     */
    record Row(
            String name,
            String before,
            String gradient,
            String difference,
            String agreement,
            boolean agrees,
            String after) {}

    WalkView {
        rows = List.copyOf(rows);
    }

    static WalkView of(Walk walk, int step) {
        return new WalkView(
                walk,
                Drawing.of(walk),
                Math.clamp(step, 0, walk.last()),
                walk.numbers().stream().map(WalkView::row).toList());
    }

    private static Row row(Walk.Learned number) {
        var check = number.check();
        return new Row(
                check.input(),
                Numbers.exact(number.before()),
                Numbers.exact(check.gradient()),
                Numbers.exact(check.difference()),
                agreement(check),
                check.relativeError() <= SAME,
                Exercise.isParameter(check.input())
                        ? Numbers.exact(number.after())
                        : "not learned");
    }

    private static String agreement(GradientCheck check) {
        if (Double.isNaN(check.relativeError())) {
            return "no numbers";
        }
        return check.relativeError() <= SAME ? "agree" : "differ";
    }

    public Step now() {
        return walk.steps().get(step);
    }

    public String lossBefore() {
        return Numbers.exact(walk.lossBefore());
    }

    public String lossAfter() {
        return Numbers.exact(walk.lossAfter());
    }

    public boolean allAgree() {
        return rows.stream().allMatch(Row::agrees);
    }

    public boolean isFinite() {
        return Double.isFinite(walk.lossBefore());
    }

    public int back() {
        return Math.max(0, step - 1);
    }

    public int on() {
        return Math.min(walk.last(), step + 1);
    }

    public List<Stop> stops() {
        return List.of(
                new Stop(0, "Start"),
                new Stop(walk.seedAt(), "Backward pass"),
                new Stop(walk.updateAt(), "Update"),
                new Stop(walk.last(), "End"));
    }

    /** Whether one of these steps is the one looked at. */
    public boolean isAt(String steps) {
        return List.of(steps.split(" ")).contains(Integer.toString(step));
    }
}
