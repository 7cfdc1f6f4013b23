package descent.experiment.preset;

import descent.course.CourseLinks;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.Preset;
import descent.engine.training.RunRecord;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** The training loss, and what else the claims speak of. */
    private static List<Figure> figures(Preset preset) {
        var named =
                preset.claims().stream()
                        .map(claim -> OF_A_MOMENT.matcher(claim.figure().name()))
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .collect(Collectors.toSet());
        return FIGURES.stream()
                .filter(figure ->
                        figure.name().equals("train.loss") || named.contains(figure.name()))
                .toList();
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
