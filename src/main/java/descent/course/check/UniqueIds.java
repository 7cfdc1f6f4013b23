package descent.course.check;

import descent.course.material.Finding;
import descent.course.material.Index.Kind;
import java.util.HashMap;
import java.util.function.Consumer;

/** An id stands for one thing of its kind in a course, or in a lesson where it is the lesson's. */
final class UniqueIds implements Rule {
    private record Key(Kind kind, String lesson, String id) {}

    private record Place(String file, int line) {}

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        var first = new HashMap<Key, Place>();
        course.eachPart((part, lesson) -> {
            for (var name : part.index().declared()) {
                var scope = name.kind().ofLesson() ? lesson.map(l -> l.folder()).orElse("") : "";
                var place =
                        first.putIfAbsent(
                                new Key(name.kind(), scope, name.id()),
                                new Place(part.path(), name.line()));
                if (place != null && !name.id().isEmpty()) {
                    findings.accept(
                            Finding.error(
                                    part.path(),
                                    name.line(),
                                    "id-unique",
                                    "the %s \"%s\" is already in %s:%d"
                                            .formatted(
                                                    name.kind().words(),
                                                    name.id(),
                                                    place.file(),
                                                    place.line())));
                }
            }
        });
    }
}
