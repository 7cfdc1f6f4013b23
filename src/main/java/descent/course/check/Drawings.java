package descent.course.check;

import descent.course.material.Finding;
import java.util.function.Consumer;

/** A figure is a picture and nothing else: no script, nothing from elsewhere. */
final class Drawings implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        for (var lesson : course.course().lessons()) {
            for (var figure : lesson.figures().values()) {
                course.files()
                        .bytes(figure.path())
                        .flatMap(bytes -> PictureFile.problem(figure.path(), bytes))
                        .ifPresent(problem ->
                                findings.accept(
                                        Finding.error(
                                                figure.path(),
                                                problem.line(),
                                                "drawing",
                                                problem.words())));
                if (figure.width() == 0 || figure.height() == 0) {
                    findings.accept(
                            Finding.warning(
                                    figure.path(),
                                    1,
                                    "drawing",
                                    "no size: an SVG says it by viewBox=\"0 0 width height\""));
                }
            }
        }
    }
}
