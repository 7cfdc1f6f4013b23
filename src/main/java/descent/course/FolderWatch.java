package descent.course;

import descent.course.material.ContentFiles;
import descent.course.reading.ContentReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Imports the content folder at start and, where it is followed, whenever a file in it changes.
 *
 * <p>It is the folder that {@code descent.content} names, else {@code content} where the program
 * was started, else the copy that the program itself carries: the program alone is enough.
 */
@ApplicationScoped
class FolderWatch {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);
    private static final Path USUAL = Path.of("content");
    private static final String CARRIED = "descent/content";

    private final Optional<Path> folder;
    private final boolean follow;
    private final FolderImport folderImport;
    private String imported = "";

    FolderWatch(
            @ConfigProperty(name = "descent.content") Optional<Path> configured,
            @ConfigProperty(name = "descent.content.follow") boolean follow,
            FolderImport folderImport) {
        this.folder =
                configured.or(() ->
                        Optional.of(USUAL)
                                .filter(f -> Files.exists(f.resolve(ContentReader.CATALOGUE))));
        this.follow = follow && folder.isPresent();
        this.folderImport = folderImport;
    }

    /** Before other rooms start, which may ask for courses. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        importNow();
    }

    /** Costs a look at each file, so only while somebody works in the folder. */
    synchronized void importIfChanged() {
        if (follow && !ContentFiles.stamp(folder.orElseThrow()).equals(imported)) {
            importNow();
        }
    }

    private synchronized void importNow() {
        try {
            imported = folder.map(ContentFiles::stamp).orElse("");
            var files = folder.map(ContentFiles::in).orElseGet(FolderWatch::carried);
            if (files.bytes(ContentReader.CATALOGUE).isEmpty()) {
                LOG.errorf(
                        "no content was imported: %s has no %s", name(), ContentReader.CATALOGUE);
                return;
            }
            var outcome = folderImport.run(files, follow);
            if (outcome.changed() || outcome.waiting() > 0) {
                LOG.infof(
                        "content of %s: %d files published, %d removed, %d wait beside a browser edit",
                        name(), outcome.published(), outcome.removed(), outcome.waiting());
            }
        } catch (UncheckedIOException e) {
            LOG.errorf(e, "content of %s could not be read", name());
        }
    }

    private String name() {
        return folder.map(Path::toString).orElse("the program's own copy");
    }

    private static ContentFiles carried() {
        var found = new AtomicReference<>(ContentFiles.of(Map.of()));
        try {
            ClassPathUtils.consumeAsPaths(CARRIED, path -> found.set(ContentFiles.in(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.get();
    }
}
