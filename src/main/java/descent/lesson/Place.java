package descent.lesson;

import descent.course.material.Course;
import descent.course.material.Lesson;
import org.jspecify.annotations.Nullable;

/** Where a lesson stands in its course; {@code number} counts from 1. */
public record Place(int number, int of, @Nullable Lesson before, @Nullable Lesson after) {
    static Place of(Lesson lesson, Course course) {
        var all = course.lessons();
        int at = all.indexOf(lesson);
        return new Place(
                at + 1,
                all.size(),
                at > 0 ? all.get(at - 1) : null,
                at + 1 < all.size() ? all.get(at + 1) : null);
    }
}
