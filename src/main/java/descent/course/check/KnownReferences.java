package descent.course.check;

import descent.course.material.Finding;
import java.util.function.Consumer;

/** What a field names is there: a concept, a section, a card, a lesson, a role. */
final class KnownReferences implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, lesson) -> {
            for (var name : part.index().referred()) {
                if (!course.has(name.kind(), name.id(), lesson)) {
                    findings.accept(
                            Finding.error(
                                    part.path(),
                                    name.line(),
                                    "reference",
                                    "there is no %s \"%s\"%s"
                                            .formatted(
                                                    name.kind().words(),
                                                    name.id(),
                                                    name.kind().ofLesson()
                                                            ? " in this lesson"
                                                            : "")));
                }
            }
        });
    }
}
