package descent.lesson.margin;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section that somebody put something beside.
 *
 * @param address empty when it is not in the course any more
 */
public record NotedSection(String lesson, String title, String address, Margin margin) {
    private record Key(String lesson, String section) {}

    /** In the order of the course; last what has gone from it. */
    static List<NotedSection> of(Course course, List<MarginNote> notes) {
        Map<Key, List<MarginNote>> left = new LinkedHashMap<>();
        for (var note : notes) {
            var key = new Key(note.lessonId, note.section);
            left.computeIfAbsent(key, _ -> new ArrayList<>()).add(note);
        }
        var noted = new ArrayList<NotedSection>();
        for (var lesson : course.lessons()) {
            for (var section : lesson.text().list(LessonText::sections)) {
                var beside = left.remove(new Key(lesson.id(), section.id()));
                if (beside != null) {
                    noted.add(of(lesson, section, beside));
                }
            }
        }
        left.forEach((key, beside) ->
                noted.add(new NotedSection(key.lesson(), key.section(), "", new Margin(beside))));
        return noted;
    }

    private static NotedSection of(
            Lesson lesson, LessonText.Section section, List<MarginNote> beside) {
        var address = beside.getFirst().lessonPath() + "#" + section.id();
        return new NotedSection(lesson.title(), section.title(), address, new Margin(beside));
    }
}
