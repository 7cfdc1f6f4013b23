package descent.quiz.view;

import descent.course.material.Lesson;
import descent.course.material.Preset;
import descent.question.drawn.Topic;
import java.util.List;
import java.util.Optional;

/**
 * Where to go on with a question that was missed.
 *
 * @param section where the lesson answers it
 * @param cards those of the lesson that help to remember it
 * @param experiments those that show it
 * @param ownCard where to make a card of one's own of it
 */
public record Study(
        String section, List<String> cards, List<Experiment> experiments, String ownCard) {
    /** An experiment of the same section. */
    public record Experiment(String address, String title) {}

    /**
     * @param lesson of the question; empty when it is gone
     */
    static Study of(
            String courseId,
            String lessonId,
            Optional<Lesson> lesson,
            String questionId,
            Topic topic) {
        var course = "/courses/" + courseId;
        return new Study(
                course + "/lessons/" + lessonId + "#" + topic.section(),
                topic.cards().stream()
                        .map(card -> course + "/cards/review?card=lesson." + card)
                        .toList(),
                lesson.stream()
                        .flatMap(each -> each.experiments().stream())
                        .filter(preset -> preset.section().equals(topic.section()))
                        .map(preset -> experiment(courseId, preset))
                        .toList(),
                course + "/cards/notes/new?question=" + questionId);
    }

    private static Experiment experiment(String courseId, Preset preset) {
        return new Experiment(
                "/experiments/presets/" + courseId + "/" + preset.id(), preset.title());
    }
}
