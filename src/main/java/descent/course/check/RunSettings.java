package descent.course.check;

import descent.course.material.Finding;
import descent.course.material.Index.Kind;
import descent.course.material.Preset;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import java.util.function.Consumer;

/** The engine accepts the settings of every run of a preset. */
final class RunSettings implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        for (var lesson : course.course().lessons()) {
            var part = lesson.presets();
            for (var preset : lesson.experiments()) {
                int line = part.index().lineOf(Kind.PRESET, preset.id());
                for (var run : preset.runs()) {
                    refusal(run, part.path(), line, findings);
                }
            }
        }
    }

    private static void refusal(Preset.Run run, String path, int line, Consumer<Finding> findings) {
        try {
            ExperimentSpec.read(run.spec());
        } catch (SpecException e) {
            findings.accept(
                    Finding.error(
                            path,
                            line,
                            "settings",
                            "run \"%s\": %s".formatted(run.name(), e.getMessage())));
        }
    }
}
