package descent.editor.bank;

import descent.course.material.Concepts;
import descent.course.material.Concepts.KeyConcept;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Section;
import descent.shared.web.Problem;
import java.util.List;

/** What questions are about that do not say it themselves. */
public record Topic(String concept, String section, String difficulty) {
    static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    /**
     * @throws Problem 400 for what the lesson does not have
     */
    static Topic of(Lesson lesson, String concept, String section, String difficulty) {
        boolean known =
                lesson.concepts().list(Concepts::keyConcepts).stream()
                        .map(KeyConcept::id)
                        .anyMatch(concept::equals);
        boolean placed =
                lesson.text().list(LessonText::sections).stream()
                        .map(Section::id)
                        .anyMatch(section::equals);
        if (!known || !placed || !DIFFICULTIES.contains(difficulty)) {
            throw Problem.badRequest(
                    "Choose a key concept and a section of the lesson, and a difficulty.");
        }
        return new Topic(concept, section, difficulty);
    }
}
