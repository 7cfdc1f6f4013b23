package descent.course.proof;

import descent.course.check.Inspected;
import descent.course.check.Rule;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.material.Preset;
import descent.shared.text.Prose.Reference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number that a text quotes is the run's, rounded to as many digits as are written.
 *
 * @param measured the figures of runs
 */
record QuotedNumbers(Measured measured) implements Rule {
    private static final String SCHEME = "run:";

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, _) -> {
            for (var text : part.index().texts()) {
                for (var link : text.references()) {
                    problem(course.course(), link, measured)
                            .ifPresent(problem ->
                                    findings.accept(
                                            Finding.error(
                                                    part.path(),
                                                    link.line(),
                                                    "quoted-number",
                                                    problem)));
                }
            }
        });
    }

    /** Of links that lead somewhere: the others are the business of another rule. */
    private static Optional<String> problem(Course course, Reference link, Measured measured) {
        if (!link.destination().startsWith(SCHEME)) {
            return Optional.empty();
        }
        var target = link.destination().substring(SCHEME.length());
        var preset = course.preset(target.replaceFirst("/.*", ""));
        var figure = Preset.Figure.parse(target.substring(target.indexOf('/') + 1));
        var number = number(link.text());
        if (preset.isEmpty() || figure.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        var run = measured.figure(preset.get(), figure.get());
        if (run.isEmpty()) {
            return Optional.of("the run has no figure %s".formatted(figure.get()));
        }
        double measure = run.getAsDouble() * (link.text().endsWith("%") ? 100 : 1);
        int digits = number.get().scale();
        return new BigDecimal(measure).setScale(digits, RoundingMode.HALF_UP).equals(number.get())
                ? Optional.empty()
                : Optional.of("\"%s\" is %s in the run".formatted(link.text(), measure));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(
                    new BigDecimal(
                            text.replaceAll("[\\s,%\u202F\u00A0]", "").replace('\u2212', '-')));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
