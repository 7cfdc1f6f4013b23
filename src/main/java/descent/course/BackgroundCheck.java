package descent.course;

import descent.course.check.ContentCheck;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.replica.Replica;
import descent.shared.text.StoredFormulas;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Checks what learners see, after the start and after each change, and logs the errors. It draws
 * all formulas on the way, so that the first reader of a new text does not wait for them.
 */
@ApplicationScoped
class BackgroundCheck {
    private static final Logger LOG = Logger.getLogger(BackgroundCheck.class);

    /** After a start the cores belong to those who have waited for it. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Courses courses;
    private final StoredFormulas formulas;
    private final News news;
    private final Replica replica;

    /** By id, as they were when they were checked. */
    private final Map<String, Course> checked = new HashMap<>();

    private final Map<String, List<Finding>> errorsOf = new HashMap<>();

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("content-check").factory());

    BackgroundCheck(Courses courses, StoredFormulas formulas, News news, Replica replica) {
        this.courses = courses;
        this.formulas = formulas;
        this.news = news;
        this.replica = replica;
    }

    void start(@Observes StartupEvent event) {
        if (!replica.servesPages()) {
            return;
        }
        news.listen(Topic.CONTENT_PUBLISHED, _ -> thread.execute(this::check));
        // Again and again, since news may be lost.
        thread.scheduleWithFixedDelay(
                this::check, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void check() {
        try {
            for (var id : courses.ids()) {
                var course = courses.find(id);
                if (course.isPresent() && checked.put(id, course.get()) != course.get()) {
                    check(course.get());
                }
            }
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.error("content could not be checked", e);
            }
        }
    }

    /** What was wrong before and still is has been said. */
    private void check(Course course) {
        var errors =
                new ContentCheck(courses.files(), formulas)
                        .of(course).stream().filter(Finding::isError).toList();
        var before = errorsOf.put(course.id(), errors);
        for (var error : errors) {
            if (before == null || !before.contains(error)) {
                LOG.warnf("content %s", error);
            }
        }
    }
}
