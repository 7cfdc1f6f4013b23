package descent.course.check;

import descent.course.material.Finding;
import descent.course.material.Lesson;
import descent.shared.text.Prose.Picture;
import java.util.Optional;
import java.util.function.Consumer;

/** A figure is there and is told in words to those who do not see it. */
final class Pictures implements Rule {
    private static final int FEWEST_WORDS = 3;

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, lesson) -> {
            for (var text : part.index().texts()) {
                for (var picture : text.pictures()) {
                    if (!isThere(picture, lesson)) {
                        findings.accept(
                                Finding.error(
                                        part.path(),
                                        picture.line(),
                                        "figure",
                                        "there is no \"%s\" in this lesson's folder"
                                                .formatted(picture.destination())));
                    }
                    if (picture.alternative().split("\\s+").length < FEWEST_WORDS) {
                        findings.accept(
                                Finding.error(
                                        part.path(),
                                        picture.line(),
                                        "alternative-text",
                                        "say in words what \"%s\" shows: ![words](…)"
                                                .formatted(picture.destination())));
                    }
                }
            }
        });
    }

    private static boolean isThere(Picture picture, Optional<Lesson> lesson) {
        return lesson.isPresent() && lesson.get().figures().containsKey(picture.destination());
    }
}
