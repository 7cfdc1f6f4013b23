package descent.course.proof;

import descent.course.check.Inspected;
import descent.course.check.Rule;
import descent.course.material.Finding;
import descent.course.material.Index.Kind;
import descent.course.material.Lesson;
import descent.course.material.Preset;
import descent.course.material.Preset.Claim;
import descent.course.material.Preset.Claim.Bound;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a preset claims of its runs is true of them. It trains all of them.
 *
 * @param measured the figures of runs
 */
record ClaimsHold(Measured measured) implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.course().lessons().stream()
                .flatMap(lesson -> lesson.experiments().stream().map(p -> new Place(lesson, p)))
                .toList()
                .parallelStream()
                .flatMap(place -> broken(place, measured))
                .toList()
                .forEach(findings);
    }

    private record Place(Lesson lesson, Preset preset) {
        Finding finding(String message) {
            var part = lesson.presets();
            int line = part.index().lineOf(Kind.PRESET, preset.id());
            return Finding.error(part.path(), line, "claim", message);
        }
    }

    private static Stream<Finding> broken(Place place, Measured measured) {
        return place.preset().claims().stream()
                .flatMap(claim -> problem(place.preset(), claim, measured).stream())
                .map(place::finding);
    }

    private static Optional<String> problem(Preset preset, Claim claim, Measured measured) {
        var figure = measured.figure(preset, claim.figure());
        if (figure.isEmpty()) {
            return Optional.of("%s: the run has no such figure".formatted(claim));
        }
        var bound =
                switch (claim.bound()) {
                    case Bound.Number(double value) -> OptionalDouble.of(value);
                    case Bound.OtherFigure(var other) -> measured.figure(preset, other);
                };
        if (bound.isEmpty()) {
            return Optional.of("%s: the run has no such bound".formatted(claim));
        }
        if (claim.holds(figure.getAsDouble(), bound.getAsDouble())) {
            return Optional.empty();
        }
        return Optional.of(
                "%s: the run has %s, the bound is %s"
                        .formatted(claim, figure.getAsDouble(), bound.getAsDouble()));
    }
}
