package descent.course.check;

import descent.course.material.Finding;
import descent.course.material.Syllabus;
import descent.course.reading.ContentReader;
import java.util.List;
import java.util.function.Consumer;

/** Folders of lessons are numbered in the order of the syllabus, and none is forgotten. */
final class LessonFolders implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        var syllabus = course.course().syllabus();
        var order = syllabus.content().map(Syllabus::lessons).orElse(List.of());
        int last = -1;
        for (var folder :
                new ContentReader(course.files()).lessonFolders(course.course().id()).entrySet()) {
            int place = order.indexOf(folder.getValue());
            if (place < 0) {
                findings.accept(
                        Finding.warning(
                                folder.getKey() + "/lesson.md",
                                1,
                                "lesson-folder",
                                "course.yaml does not name the lesson \"%s\": nobody sees it"
                                        .formatted(folder.getValue())));
            } else if (place < last) {
                findings.accept(
                        Finding.warning(
                                folder.getKey() + "/lesson.md",
                                1,
                                "lesson-folder",
                                "the number of this folder does not follow the order in course.yaml"));
            }
            last = Math.max(last, place);
        }
        for (var lesson : course.course().lessons()) {
            if (lesson.text().isMissing()) {
                findings.accept(
                        Finding.error(
                                lesson.text().path(), 1, "lesson-folder", "this file is missing"));
            }
        }
    }
}
