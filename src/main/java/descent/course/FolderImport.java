package descent.course;

import descent.course.material.ContentFiles;
import descent.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes the files of the content folder into the database. */
@ApplicationScoped
class FolderImport {
    private final RevisionStore store;

    FolderImport(RevisionStore store) {
        this.store = store;
    }

    /** How many files were published, were left waiting for an author, were taken away. */
    record Outcome(int published, int waiting, int removed) {
        private static final Outcome NOTHING = new Outcome(0, 0, 0);

        boolean changed() {
            return published > 0 || removed > 0;
        }
    }

    /**
     * Many replicas may do it at the same moment, one of them does it.
     *
     * @param follow whether a folder that was seen before is imported again: while somebody works
     *     in it, going back is a change too
     */
    @Transactional
    Outcome run(ContentFiles folder, boolean follow) {
        store.lock();
        var hashes = hashes(folder);
        boolean isNew = store.addFolder(stateOf(hashes));
        return isNew || follow ? run(folder, hashes) : Outcome.NOTHING;
    }

    private Outcome run(ContentFiles folder, Map<String, String> hashes) {
        var heads = store.heads().byPath();
        var paths = new TreeSet<>(hashes.keySet());
        paths.addAll(heads.keySet());
        int published = 0;
        int waiting = 0;
        int removed = 0;
        for (var path : paths) {
            var hash = Optional.ofNullable(hashes.get(path));
            var head = Optional.ofNullable(heads.get(path));
            boolean seen = hash.isPresent() && store.seenInFolder(path, hash.get());
            switch (ImportRule.decide(hash, seen, head)) {
                case LEAVE -> {}
                case PUBLISH -> {
                    store.lead(path, store.add(path, folder.bytes(path).orElseThrow(), null));
                    store.letWait(path, 0);
                    published++;
                }
                case WAIT -> {
                    store.letWait(path, store.add(path, folder.bytes(path).orElseThrow(), null));
                    waiting++;
                }
                case REMOVE -> {
                    store.lead(path, store.add(path, null, null));
                    removed++;
                }
            }
        }
        var outcome = new Outcome(published, waiting, removed);
        if (outcome.changed()) {
            store.announceChange();
        }
        return outcome;
    }

    private static Map<String, String> hashes(ContentFiles folder) {
        var hashes = new TreeMap<String, String>();
        for (var path : folder.paths()) {
            hashes.put(path, Sha256.of(folder.bytes(path).orElseThrow()));
        }
        return hashes;
    }

    private static String stateOf(Map<String, String> hashes) {
        return Sha256.of(
                hashes.entrySet().stream()
                        .map(file -> file.getKey() + "\n" + file.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
