package descent.experiment.path;

import descent.engine.path.LossSurface;
import descent.engine.path.OptimizerPath;
import descent.engine.path.OptimizerPath.Pair;
import descent.engine.path.OptimizerPath.Point;
import descent.experiment.Numbers;
import descent.experiment.Stop;
import descent.experiment.path.PathForm.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Paths on their surface, as a page shows them.
 *
 * @param step the one that is looked at
 * @param headings of the table, behind the step
 * @param rows of the optimizer in focus, one for each of its points
 */
record PathView(
        LossSurface surface,
        Frame frame,
        int step,
        int last,
        List<Track> tracks,
        Track focused,
        String rule,
        List<String> headings,
        List<Row> rows) {
    /**
     * One optimizer.
     *
     * @param number from 1: its colour and its sign in the picture
     * @param points all, as in a line of SVG
     * @param losses one for each point
     * @param outcome what came of it, in words
     */
    record Track(
            int number,
            Walker walker,
            List<String> points,
            List<String> losses,
            String outcome,
            boolean diverged) {
        /** The points up to a step. */
        public String until(int step) {
            return String.join(" ", points.subList(0, Math.min(step + 1, points.size())));
        }

        public String all() {
            return String.join(" ", points);
        }

        public String allLosses() {
            return String.join(" ", losses);
        }

        public String lossAt(int step) {
            return losses.get(Math.min(step, losses.size() - 1));
        }

        public String at(int step) {
            return points.get(Math.min(step, points.size() - 1)).replace(',', ' ');
        }
    }

    /**
     * @param arrows of the step that comes next
     */
    record Row(int step, List<String> cells, List<Arrow> arrows, String from) {
        public String terms() {
            return arrows.stream().map(Arrow::toString).collect(Collectors.joining(";"));
        }
    }

    PathView {
        tracks = List.copyOf(tracks);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    static PathView of(PathForm form, int asked) {
        var surface = form.surface();
        var frame = new Frame(surface.window());
        int steps = (int) form.steps().value();
        var tracks = new ArrayList<Track>();
        Track focused = null;
        String rule = "";
        List<String> headings = List.of();
        List<Row> rows = List.of();
        for (var runner : form.runners()) {
            var optimizer = runner.walker().optimizer(runner.settings());
            var path = OptimizerPath.of(optimizer, surface, form.start(), steps);
            var track = track(tracks.size() + 1, runner, path, surface, frame);
            tracks.add(track);
            if (focused == null || runner.walker().kind().equals(form.focus().chosen())) {
                focused = track;
                rule = optimizer.rule().strip();
                headings = headings(optimizer.state());
                rows = rows(runner, path, frame);
            }
        }
        if (focused == null) {
            throw new IllegalArgumentException("a view of paths needs at least one optimizer");
        }
        return new PathView(
                surface,
                frame,
                Math.clamp(asked, 0, steps),
                steps,
                tracks,
                focused,
                rule,
                headings,
                rows);
    }

    private static Track track(
            int number, Runner runner, OptimizerPath path, LossSurface surface, Frame frame) {
        return new Track(
                number,
                runner.walker(),
                path.points().stream().map(point -> frame.point(point.at())).toList(),
                path.points().stream().map(point -> Numbers.brief(point.loss())).toList(),
                outcome(path, surface),
                path.diverged());
    }

    private static String outcome(OptimizerPath path, LossSurface surface) {
        int last = path.points().size() - 1;
        if (path.diverged()) {
            return "diverged at step " + last;
        }
        return path.arrival(surface)
                .map(arrival ->
                        "at the minimum (%s, %s) from step %d on"
                                .formatted(
                                        Numbers.brief(arrival.minimum().x()),
                                        Numbers.brief(arrival.minimum().y()),
                                        arrival.step()))
                .orElse("under way after " + last + " steps");
    }

    private static List<String> headings(List<String> state) {
        var headings = new ArrayList<>(List.of("x", "y", "loss", "∂L/∂x", "∂L/∂y"));
        for (var name : state) {
            headings.add(name + " of x");
            headings.add(name + " of y");
        }
        headings.add("next Δx");
        headings.add("next Δy");
        return headings;
    }

    private static List<Row> rows(Runner runner, OptimizerPath path, Frame frame) {
        var points = path.points();
        return IntStream.range(0, points.size())
                .mapToObj(i ->
                        new Row(
                                i,
                                cells(points, i),
                                Arrow.after(i, runner.walker(), runner.learningRate(), path, frame),
                                frame.point(points.get(i).at())))
                .toList();
    }

    private static List<String> cells(List<Point> points, int i) {
        var point = points.get(i);
        var cells = new ArrayList<String>();
        add(cells, point.at());
        cells.add(Numbers.brief(point.loss()));
        add(cells, point.slope());
        point.state().forEach(state -> add(cells, state.values()));
        if (i + 1 < points.size()) {
            var next = points.get(i + 1).at();
            add(cells, new Pair(next.x() - point.at().x(), next.y() - point.at().y()));
        } else {
            cells.addAll(List.of("–", "–"));
        }
        return cells;
    }

    private static void add(List<String> cells, Pair pair) {
        cells.add(Numbers.brief(pair.x()));
        cells.add(Numbers.brief(pair.y()));
    }

    public List<String> terms() {
        return Arrow.TERMS;
    }

    public List<String> contours() {
        return Contours.of(surface);
    }

    /** Of the optimizer in focus; where it diverged earlier, its last. */
    public Row now() {
        return rows.get(Math.min(step, rows.size() - 1));
    }

    /** Whether the optimizer in focus keeps a mean of its gradients. */
    public boolean isRemembering() {
        return rows.stream()
                .flatMap(row -> row.arrows().stream())
                .anyMatch(arrow -> arrow.term().equals("memory"));
    }

    public List<Stop> stops() {
        return List.of(new Stop(0, "Start"), new Stop(last, "End"));
    }

    public int back() {
        return Math.max(0, step - 1);
    }

    public int on() {
        return Math.min(last, step + 1);
    }
}
