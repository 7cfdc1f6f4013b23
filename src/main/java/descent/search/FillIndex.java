package descent.search;

import descent.course.Courses;
import descent.course.material.Course;
import descent.flashcard.deck.CourseNotes;
import descent.shared.Sha256;
import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes what learners see findable: at the first start, and after each publication. */
@ApplicationScoped
class FillIndex implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(FillIndex.class);

    /** Counts the changes of how entries are made: with another number all are made anew. */
    private static final int FORMAT = 2;

    private final Courses courses;
    private final CourseNotes notes;
    private final SearchIndex index;

    /** A course is the same object until it changes: nothing to look at again. */
    private final Map<String, Course> done = new ConcurrentHashMap<>();

    FillIndex(Courses courses, CourseNotes notes, SearchIndex index) {
        this.courses = courses;
        this.notes = notes;
        this.index = index;
    }

    @Override
    public String name() {
        return "fill-search";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run() {
        var ids = courses.ids();
        if (done.keySet().retainAll(ids) || done.isEmpty()) {
            index.keepOnly(ids);
        }
        for (var id : ids) {
            courses.find(id).filter(course -> done.get(id) != course).ifPresent(this::fill);
        }
    }

    /** One that cannot be read keeps no other from it. */
    private void fill(Course course) {
        try {
            index.replace(
                    course.id(), state(course), () -> CourseEntries.of(course, notes.of(course)));
            done.put(course.id(), course);
        } catch (RuntimeException e) {
            LOG.errorf(e, "course %s cannot be found by search", course.id());
        }
    }

    private static String state(Course course) {
        return Sha256.of(
                course.parts()
                        .map(part -> part.path() + " " + part.revision())
                        .collect(Collectors.joining("\n", FORMAT + "\n", "")));
    }
}
