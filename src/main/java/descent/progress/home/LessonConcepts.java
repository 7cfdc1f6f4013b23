package descent.progress.home;

import descent.course.material.Lesson;
import java.util.List;

/** The concepts of a lesson, and whether it is read. */
public record LessonConcepts(Lesson lesson, boolean read, List<ConceptProgress> concepts) {
    static List<LessonConcepts> of(CourseProgress progress) {
        return progress.course().lessons().stream()
                .map(lesson ->
                        new LessonConcepts(
                                lesson,
                                progress.lessonsRead().contains(lesson.id()),
                                progress.concepts().stream()
                                        .filter(each -> each.lesson().equals(lesson))
                                        .toList()))
                .toList();
    }
}
