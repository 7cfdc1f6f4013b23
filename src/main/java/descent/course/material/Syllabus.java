package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;
import java.util.Map;

/**
 * What a course says of itself.
 *
 * @param language of its texts, as in HTML's {@code lang}
 * @param lessons their ids, in order
 * @param cast who speaks in conversations: role to name
 */
public record Syllabus(
        String title,
        String subtitle,
        Prose description,
        String language,
        List<String> lessons,
        Map<String, String> cast,
        Completion completion) {
    /** What earns the certificate: these lessons read, these tests passed. */
    public record Completion(List<String> lessonsRead, List<String> testsPassed) {
        public Completion {
            lessonsRead = List.copyOf(lessonsRead);
            testsPassed = List.copyOf(testsPassed);
        }
    }

    public Syllabus {
        lessons = List.copyOf(lessons);
        cast = Map.copyOf(cast);
    }
}
