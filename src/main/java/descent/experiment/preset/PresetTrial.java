package descent.experiment.preset;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.Preset;
import descent.shared.text.Html;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For authors: a preset that nobody else sees yet, as learners would meet it. */
@ApplicationScoped
public class PresetTrial {
    private final PresetCards cards;
    private final PresetRuns runs;

    PresetTrial(PresetCards cards, PresetRuns runs) {
        this.cards = cards;
        this.runs = runs;
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance presetTrial(Course course, PresetCard card, String runs);
    }

    /**
     * @param course as its author has it
     * @param address where its runs are asked for
     * @return its card; nothing when it is no preset yet
     */
    public Optional<Html> card(Course course, String preset, String address) {
        return PresetCards.lessonOf(course, preset)
                .map(lesson -> {
                    var card = cards.of(course, lesson, preset(lesson, preset));
                    return new Html(Templates.presetTrial(course, card, address).render());
                });
    }

    /**
     * Asks for its runs in their author's name and budget.
     *
     * @throws Problem 404 when it is no preset yet, 409 when it cannot be run
     */
    public List<AskedRun> run(UUID author, Course course, String preset) {
        var lesson =
                PresetCards.lessonOf(course, preset)
                        .orElseThrow(() -> Problem.notFound("experiment that can be run"));
        return runs.tried(author, course, preset(lesson, preset));
    }

    private static Preset preset(Lesson lesson, String id) {
        return lesson.experiments().stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
