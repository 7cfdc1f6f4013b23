package descent.course;

import descent.course.RevisionStore.Heads;
import descent.course.material.Catalogue;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Part;
import descent.course.reading.ContentReader;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All content as of one version. Courses are parsed when they are first asked for; one that has not
 * changed since the edition before is the same object.
 */
final class Edition {
    private final RevisionStore store;
    private final long version;

    /** Of the files that are there. */
    private final SortedMap<String, Revision> heads = new TreeMap<>();

    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final Part<Catalogue> catalogue;

    Edition(RevisionStore store, Heads now, @Nullable Edition before) {
        this.store = store;
        this.version = now.version();
        now.byPath()
                .forEach((path, revision) -> {
                    if (!revision.removed()) {
                        heads.put(path, revision);
                    }
                });
        if (before != null) {
            before.courses.forEach((id, course) -> {
                if (below(id).equals(before.below(id))) {
                    courses.put(id, course);
                }
            });
        }
        this.catalogue =
                new ContentReader(
                                files(
                                        heads.subMap(
                                                ContentReader.CATALOGUE,
                                                ContentReader.CATALOGUE + "\0")))
                        .catalogue();
    }

    long version() {
        return version;
    }

    Part<Catalogue> catalogue() {
        return catalogue;
    }

    SortedSet<String> courseIds() {
        return ContentReader.courseIds(heads.keySet());
    }

    Optional<Course> course(String id) {
        return heads.containsKey(id + "/course.yaml")
                ? Optional.of(courses.computeIfAbsent(id, this::read))
                : Optional.empty();
    }

    Optional<Revision> head(String path) {
        return Optional.ofNullable(heads.get(path));
    }

    /** All files, with their texts. */
    ContentFiles files() {
        return files(heads);
    }

    /** Those below a folder. */
    ContentFiles files(String folder) {
        return files(below(folder));
    }

    private Course read(String id) {
        return new ContentReader(files(id)).course(id);
    }

    private SortedMap<String, Revision> below(String folder) {
        return heads.subMap(folder + "/", folder + "0");
    }

    private ContentFiles files(SortedMap<String, Revision> some) {
        var bytes = store.bytes(some.values().stream().map(Revision::id).toList());
        return new ContentFiles() {
            @Override
            public SortedSet<String> paths() {
                return new TreeSet<>(some.keySet());
            }

            @Override
            public Optional<byte[]> bytes(String path) {
                var head = some.get(path);
                return head == null ? Optional.empty() : Optional.ofNullable(bytes.get(head.id()));
            }

            @Override
            public long revision(String path) {
                var head = some.get(path);
                return head == null ? 0 : head.id();
            }
        };
    }
}
