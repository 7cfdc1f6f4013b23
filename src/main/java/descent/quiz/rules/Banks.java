package descent.quiz.rules;

import descent.course.material.Course;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The banks of courses, each read again when its course changes. */
@ApplicationScoped
public class Banks {
    private final Map<String, Bank> banks = new ConcurrentHashMap<>();

    public Bank of(Course course) {
        var known = banks.get(course.id());
        // A course is the same object until it changes.
        if (known != null && known.course() == course) {
            return known;
        }
        var bank = Bank.of(course);
        banks.put(course.id(), bank);
        return bank;
    }
}
