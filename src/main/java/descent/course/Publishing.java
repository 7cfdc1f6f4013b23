package descent.course;

import descent.course.check.ContentCheck;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.reading.ContentReader;
import descent.shared.text.StoredFormulas;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For authors: changes files, looks back at what they were, and goes back. */
@ApplicationScoped
public class Publishing {
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*\\.[a-z0-9]{1,5}");

    private static final Pattern IN_LESSON = Pattern.compile("^[^/]+/lessons/[^/]+(?=/)");

    /** What became of a change. */
    public sealed interface Outcome {
        /** Learners see it. */
        record Published(Revision revision) implements Outcome {}

        /**
         * Somebody was faster: nothing is changed, and {@code head} is what learners see. The two
         * texts have to be brought together.
         */
        record Overtaken(Optional<Revision> head) implements Outcome {}
    }

    private final RevisionStore store;
    private final Courses courses;
    private final StoredFormulas formulas;

    Publishing(RevisionStore store, Courses courses, StoredFormulas formulas) {
        this.store = store;
        this.courses = courses;
        this.formulas = formulas;
    }

    /** Whether a content file may have this path. */
    public static boolean isName(String path) {
        return PATH.matcher(path).matches();
    }

    /** What learners see of a file, and what waits beside it. */
    public Optional<Head> head(String path) {
        return store.head(path);
    }

    /** The latest first. */
    public List<Revision> history(String path) {
        return store.history(path);
    }

    /** The text of a revision; nothing where the file was removed. */
    public Optional<byte[]> bytes(long revision) {
        return Optional.ofNullable(store.bytes(List.of(revision)).get(revision));
    }

    /** A revision that this file has or had. */
    public Optional<Revision> revision(String path, long id) {
        return store.revision(id).filter(found -> found.path().equals(path));
    }

    /** All files below a folder that are there, and those that were and have a text waiting. */
    public List<Head> below(String folder) {
        var waiting =
                store.waiting().stream()
                        .collect(Collectors.toMap(Revision::path, revision -> revision));
        return store.heads().byPath().values().stream()
                .filter(head -> head.path().startsWith(folder + "/"))
                .map(head -> new Head(head, waiting.get(head.path())))
                .filter(head -> !head.revision().removed() || head.waiting() != null)
                .toList();
    }

    /** What the check says of a course, or of the catalogue and all, as learners see it now. */
    public List<Finding> check(String course) {
        return check(course, Map.of());
    }

    /**
     * What the check would say of a course if some files had other texts, or were not there.
     * Lessons that are changed are checked even while the course hides them.
     *
     * @param course empty for the catalogue and all
     */
    public List<Finding> check(String course, Map<String, Optional<byte[]>> changes) {
        var files = with(courses.files(), changes);
        var check = new ContentCheck(files, formulas);
        return course.isEmpty()
                ? check.all()
                : check.of(
                        with(
                                new ContentReader(files).course(course),
                                lessonFolders(changes.keySet()),
                                files));
    }

    /** A course as it would be if some of its files had other texts, or were not there. */
    public Course preview(String course, Map<String, Optional<byte[]>> changes) {
        var lessons = lessonFolders(changes.keySet());
        if (lessons.size() == 1 && changes.keySet().stream().allMatch(IN_LESSON.asPredicate())) {
            // While somebody types in one lesson, the others are not read again and again.
            var files = courses.files(lessons.iterator().next());
            return with(courses.course(course), lessons, with(files, changes));
        }
        var files = with(courses.files(course), changes);
        return with(new ContentReader(files).course(course), lessons, files);
    }

    /**
     * With these lessons as the files have them: those that the course hides, once they have a
     * text.
     */
    private static Course with(Course course, Set<String> lessons, ContentFiles files) {
        var whole = course;
        for (var folder : lessons) {
            if (files.paths().contains(folder + "/lesson.md")) {
                whole = whole.with(new ContentReader(files).lesson(folder));
            }
        }
        return whole;
    }

    private static Set<String> lessonFolders(Collection<String> paths) {
        return paths.stream()
                .map(IN_LESSON::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The course that a file belongs to; empty for the catalogue. */
    public static String courseOf(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    private static ContentFiles with(ContentFiles now, Map<String, Optional<byte[]>> changes) {
        var then = new HashMap<String, byte[]>();
        now.paths().forEach(path -> now.bytes(path).ifPresent(text -> then.put(path, text)));
        changes.forEach((path, bytes) ->
                bytes.ifPresentOrElse(text -> then.put(path, text), () -> then.remove(path)));
        return ContentFiles.of(then);
    }

    /** Which state of the content this replica knows, for {@link #isStill}. */
    public long state() {
        return courses.version();
    }

    /** Whether nobody has changed anything since. Until the transaction ends nobody else does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isStill(long state) {
        store.lock();
        boolean still = store.version() == state;
        if (!still) {
            courses.lookAgain();
        }
        return still;
    }

    /**
     * Makes a text what learners see.
     *
     * @param base the id of the head revision that the author started from; 0 for a new file
     */
    @Transactional
    public Outcome publish(String path, byte[] bytes, UUID author, long base) {
        return change(path, bytes, author, base);
    }

    /** Takes a file away. Its revisions stay. */
    @Transactional
    public Outcome remove(String path, UUID author, long base) {
        return change(path, null, author, base);
    }

    /** The author has dealt with the text that waited: taken it over, or dropped it. */
    @Transactional
    public void settle(String path, long waiting) {
        store.lock();
        var now = store.head(path).map(Head::waiting).map(Revision::id);
        if (now.isPresent() && now.get() == waiting) {
            store.letWait(path, 0);
        }
    }

    private Outcome change(String path, byte @Nullable [] bytes, UUID author, long base) {
        if (!isName(path)) {
            throw Problem.badRequest("\"%s\" is no name of a content file.".formatted(path));
        }
        store.lock();
        var head = store.head(path).map(Head::revision);
        if (head.map(Revision::id).orElse(0L) != base) {
            return new Outcome.Overtaken(head);
        }
        var revision = store.add(path, bytes, author);
        store.lead(path, revision);
        store.announceChange();
        return new Outcome.Published(store.revision(revision).orElseThrow());
    }
}
