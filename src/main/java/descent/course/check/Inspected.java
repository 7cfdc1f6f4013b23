package descent.course.check;

import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Index.Kind;
import descent.course.material.Lesson;
import descent.course.material.Part;
import descent.shared.text.Formulas;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A course under check.
 *
 * @param files all files of the content, of this course and of others
 */
public record Inspected(Course course, ContentFiles files, Formulas formulas) {
    /** All files of the course, each with the lesson that it belongs to. */
    public void eachPart(BiConsumer<Part<?>, Optional<Lesson>> action) {
        Stream.concat(
                        Stream.of(
                                course.syllabus(),
                                course.glossary(),
                                course.voices(),
                                course.challengeFile()),
                        course.tests().stream())
                .forEach(part -> action.accept(part, Optional.empty()));
        for (var lesson : course.lessons()) {
            lesson.parts().forEach(part -> action.accept(part, Optional.of(lesson)));
        }
    }

    /**
     * Whether there is such a thing: in the lesson where ids of the kind are the lesson's, else
     * anywhere. Nobody knows while a file that may declare it is broken, and one finding is enough
     * for that.
     */
    boolean has(Kind kind, String id, Optional<Lesson> lesson) {
        if (kind == Kind.LESSON) {
            return course.lesson(id).isPresent();
        }
        var parts = kind.ofLesson() ? lesson.stream().flatMap(Lesson::parts) : course.parts();
        return parts.anyMatch(part ->
                part.index().declares(kind, id)
                        || part.isBroken() && kind.isDeclaredIn(part.path()));
    }

    /** The paths of this course's own files. */
    List<String> paths() {
        var folder = course.id() + "/";
        return files.paths().tailSet(folder).stream()
                .takeWhile(path -> path.startsWith(folder))
                .toList();
    }
}
