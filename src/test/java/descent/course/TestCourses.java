package descent.course;

import descent.course.material.ContentFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Courses of one test alone. */
@ApplicationScoped
public class TestCourses {
    private static final UUID AUTHOR = new UUID(1, 1);

    private final RevisionStore store;
    private final FolderImport folder;
    private final Publishing publishing;

    TestCourses(RevisionStore store, FolderImport folder, Publishing publishing) {
        this.store = store;
        this.folder = folder;
        this.publishing = publishing;
    }

    /** A course with the sample's files, published in a browser; returns its id. */
    public String published(Sample sample) {
        var id = "c" + UUID.randomUUID().toString().substring(0, 8);
        var files = sample.files();
        for (var path : files.paths()) {
            if (path.startsWith("sample/")) {
                var own = path.replaceFirst("sample", id);
                publishing.publish(own, files.bytes(path).orElseThrow(), AUTHOR, 0);
            }
        }
        return id;
    }

    /** Publishes another text of a file of such a course: its path in the sample. */
    public void change(String course, String path, String text) {
        var own = path.replaceFirst("sample", course);
        long base = publishing.head(own).map(head -> head.revision().id()).orElse(0L);
        publishing.publish(own, text.getBytes(StandardCharsets.UTF_8), AUTHOR, base);
    }

    /** The content folder has another text of a file, beside all that it has. */
    public void changeInFolder(String path, String text) {
        var files = new TreeMap<String, byte[]>();
        store.heads()
                .byPath()
                .forEach((each, head) ->
                        store.bytes(List.of(head.id()))
                                .forEach((_, bytes) -> files.put(each, bytes)));
        files.putAll(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
        folder.run(ContentFiles.of(files), true);
    }
}
