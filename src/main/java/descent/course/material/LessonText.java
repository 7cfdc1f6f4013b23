package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;
import java.util.Map;

/**
 * The text of a lesson.
 *
 * @param minutes that it takes to work through
 * @param outcomes each completes "You can …"
 * @param summaries the lesson at each depth
 * @param introduction what stands before the first section, possibly nothing
 */
public record LessonText(
        String title,
        int minutes,
        List<Prose> outcomes,
        Map<Depth, Prose> summaries,
        Prose introduction,
        List<Section> sections) {
    /** How much a summary tells. */
    public enum Depth {
        BASIC,
        MEDIUM,
        DETAILED
    }

    /**
     * @param prose begins with the section's own heading
     */
    public record Section(String id, String title, Prose prose) {}

    public LessonText {
        outcomes = List.copyOf(outcomes);
        summaries = Map.copyOf(summaries);
        sections = List.copyOf(sections);
    }
}
