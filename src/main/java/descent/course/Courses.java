package descent.course;

import descent.course.RevisionStore.Changed;
import descent.course.material.Catalogue;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Part;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.replica.Replica;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionSemantics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue and its courses as learners see them now: parsed from the head revisions, kept in
 * memory, read again when the database counts a change.
 *
 * <p>A {@link Course} is immutable, and the same object until one of its files changes: what is
 * derived from one may be kept for as long.
 */
@ApplicationScoped
public class Courses {
    private static final Logger LOG = Logger.getLogger(Courses.class);

    /** Behind the news of other replicas, which may be lost. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final RevisionStore store;
    private final FolderWatch folder;
    private final News news;
    private final Replica replica;
    private final ReentrantLock refreshing = new ReentrantLock();

    /** Changes heard of, and how many of them the edition has in it for certain. */
    private final AtomicLong heard = new AtomicLong(1);

    private volatile long contained;
    private volatile long lookedAt;
    private volatile @Nullable Edition edition;

    Courses(RevisionStore store, FolderWatch folder, News news, Replica replica) {
        this.store = store;
        this.replica = replica;
        this.news = news;
        this.folder = folder;
    }

    public Part<Catalogue> catalogue() {
        return current().catalogue();
    }

    /** Of all courses, whether the catalogue names them or not. */
    public SortedSet<String> ids() {
        return current().courseIds();
    }

    public Optional<Course> find(String id) {
        return current().course(id);
    }

    /**
     * @throws Problem 404 when there is no such course
     */
    public Course course(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("course"));
    }

    /** The bytes of a file as learners see it: a figure, a text to be edited. */
    public Optional<byte[]> bytes(String path) {
        return current()
                .head(path)
                .flatMap(head ->
                        Optional.ofNullable(store.bytes(List.of(head.id())).get(head.id())));
    }

    /** All files as learners see them: what an export holds. */
    public ContentFiles files() {
        return current().files();
    }

    /** Those below a folder: of a course, of a lesson. */
    public ContentFiles files(String folder) {
        return current().files(folder);
    }

    /** Counts the changes of what learners see. */
    long version() {
        return current().version();
    }

    /** The next who asks looks into the database. */
    void lookAgain() {
        heard.incrementAndGet();
    }

    /** By this replica. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        lookAgain();
    }

    /**
     * By another. All files are parsed beside the first requests, which wait for those that they
     * need: in the middle of an exam all would wait for them at once.
     */
    void start(@Observes StartupEvent event) {
        news.listen(Topic.CONTENT_PUBLISHED, _ -> lookAgain());
        if (replica.servesPages()) {
            var courses = ids().stream().flatMap(id -> find(id).stream()).toList();
            Thread.ofPlatform()
                    .name("content-reading")
                    .priority(Thread.MIN_PRIORITY)
                    .daemon()
                    .start(() -> courses.stream().flatMap(Course::parts).forEach(Part::isThere));
        }
    }

    private Edition current() {
        folder.importIfChanged();
        var known = edition;
        if (known == null) {
            refreshing.lock();
            return refreshedAndUnlocked();
        }
        if (contained != heard.get()) {
            return waited() ? refreshedAndUnlocked() : known;
        }
        // In a transaction nobody asks for a second connection just to see whether all is as it
        // was.
        if (System.nanoTime() - lookedAt > PATIENCE_NANOS
                && !QuarkusTransaction.isActive()
                && refreshing.tryLock()) {
            return refreshedAndUnlocked();
        }
        return known;
    }

    /** Not for long: who waits may hold the last connection, which the one who looks needs. */
    private boolean waited() {
        try {
            return refreshing.tryLock(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Edition refreshedAndUnlocked() {
        try {
            long heardBefore = heard.get();
            // Beside the caller's transaction: what that has not committed is nobody else's.
            edition =
                    QuarkusTransaction.runner(TransactionSemantics.SUSPEND_EXISTING)
                            .call(this::refreshed);
            contained = heardBefore;
            lookedAt = System.nanoTime();
        } catch (RuntimeException e) {
            if (edition == null) {
                throw e;
            }
            LOG.warnf("content is shown as it was: %s", e.getMessage());
        } finally {
            refreshing.unlock();
        }
        return Objects.requireNonNull(edition);
    }

    private Edition refreshed() {
        var known = edition;
        return known != null && known.version() == store.version()
                ? known
                : new Edition(store, store.heads(), known);
    }
}
