package descent.experiment.preset;

import descent.course.CourseLinks;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.Preset;
import descent.engine.training.RunRecord;
import descent.experiment.Numbers;
import descent.experiment.preset.PresetCard.Cell;
import descent.experiment.preset.PresetCard.Choice;
import descent.experiment.preset.PresetCard.Figure;
import descent.experiment.preset.PresetCard.Row;
import descent.run.Experiments;
import descent.shared.text.Html;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes cards of presets and of what was recorded of them. */
@ApplicationScoped
class PresetCards {
    /** Those of every run that cards show. */
    private static final List<Figure> FIGURES =
            List.of(
                    new Figure("train.loss", "Training loss"),
                    new Figure("validation.loss", "Validation loss"),
                    new Figure("train.accuracy", "Training accuracy"),
                    new Figure("validation.accuracy", "Validation accuracy"));

    /** Those of layers, in words. */
    private static final Map<String, String> OF_LAYERS =
            Map.of(
                    "gradientNorm", "Gradient norm",
                    "weightNorm", "Weight norm",
                    "updateRatio", "Update ratio",
                    "saturation", "Saturated",
                    "deadUnits", "Dead units",
                    "smallWeights", "Weights near 0");

    private static final Pattern OF_A_MOMENT =
            Pattern.compile("(?:final|best|step\\.[0-9]+)\\.(.+)");

    private final StoredFormulas formulas;
    private final PresetRuns runs;
    private final Experiments experiments;

    PresetCards(StoredFormulas formulas, PresetRuns runs, Experiments experiments) {
        this.formulas = formulas;
        this.runs = runs;
        this.experiments = experiments;
    }

    @Transactional
    PresetCard of(Course course, Lesson lesson, Preset preset) {
        var links = new CourseLinks(course, lesson);
        var drawn = formulas.forgiving();
        Function<Prose, Html> html = prose -> prose.render(drawn, links);
        var figures = figures(preset);
        return new PresetCard(
                preset.id(),
                preset.title(),
                html.apply(preset.claim()),
                html.apply(preset.prediction().ask()),
                preset.prediction().options().stream()
                        .map(option ->
                                new Choice(
                                        option.id(),
                                        html.apply(option.text()),
                                        option.right(),
                                        html.apply(option.feedback())))
                        .toList(),
                figures.stream().map(Figure::name).filter(name -> name.endsWith(".loss")).toList(),
                figures,
                preset.runs().stream().map(run -> row(course, preset, run, figures)).toList(),
                html.apply(preset.answer()),
                html.apply(preset.explanation()));
    }

    /** The lesson that a preset belongs to. */
    static Optional<Lesson> lessonOf(Course course, String preset) {
        return course.lessons().stream()
                .filter(lesson ->
                        lesson.experiments().stream().anyMatch(each -> each.id().equals(preset)))
                .findFirst();
    }

    /** The training loss, and what else the claims speak of. */
    private static List<Figure> figures(Preset preset) {
        var named =
                preset.claims().stream()
                        .map(claim -> OF_A_MOMENT.matcher(claim.figure().name()))
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .collect(Collectors.toSet());
        return Stream.concat(
                        FIGURES.stream()
                                .filter(figure ->
                                        figure.name().equals("train.loss")
                                                || named.contains(figure.name())),
                        named.stream().sorted().flatMap(PresetCards::ofLayer))
                .toList();
    }

    private static Stream<Figure> ofLayer(String name) {
        int dot = name.indexOf('.');
        var words = dot < 0 ? null : OF_LAYERS.get(name.substring(0, dot));
        return words == null
                ? Stream.empty()
                : Stream.of(new Figure(name, words + ", " + name.substring(dot + 1)));
    }

    private Row row(Course course, Preset preset, Preset.Run run, List<Figure> figures) {
        var recording = runs.recording(course, preset, run);
        var record = recording.flatMap(view -> experiments.figures(view.id(), null));
        return new Row(
                run.label(),
                recording.map(view -> standing(view, record)).orElse("not recorded yet"),
                figures.stream()
                        .map(figure ->
                                new Cell(
                                        figure.name(),
                                        Numbers.brief(
                                                record.flatMap(
                                                        r -> boxed(r, "final." + figure.name())))))
                        .toList());
    }

    private static Optional<Double> boxed(RunRecord record, String figure) {
        var value = record.figure(figure);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static String standing(Experiments.View view, Optional<RunRecord> record) {
        return record.map(RunRecord::result)
                .map(result ->
                        switch (result.end()) {
                            case DIVERGED ->
                                    result.divergence()
                                            .map(d -> "diverged at step " + d.step())
                                            .orElse("diverged");
                            case REACHED_TARGET -> "reached its target at step " + result.steps();
                            case STOPPED_EARLY -> "stopped early at step " + result.steps();
                            case FINISHED, CANCELLED ->
                                    "finished, %d steps".formatted(result.steps());
                        })
                .orElseGet(() -> view.state().toString());
    }
}
