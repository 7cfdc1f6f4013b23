package descent.editor;

import descent.course.Publishing;
import descent.course.Revision;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes texts what learners see: all of them or none, and only when the check allows it. */
@ApplicationScoped
public class PublishChanges {
    /**
     * A file and what it is to be.
     *
     * @param bytes empty when it is to be taken away
     * @param base the revision that the author started from; 0 for a new file
     */
    public record Change(PartPath part, Optional<byte[]> bytes, long base) {}

    /** What became of changes. */
    public sealed interface Outcome {
        /** Learners see them; how many files are other than before. */
        record Published(int files) implements Outcome {}

        /** Learners see what they saw. */
        record Broken(Verdict verdict) implements Outcome {}

        /** Learners see what they saw, which is somebody else's newer text of this part. */
        record Overtaken(PartPath part) implements Outcome {}
    }

    private final Parts parts;
    private final Publishing publishing;
    private final Drafts drafts;
    private final AuditLog audit;

    PublishChanges(Parts parts, Publishing publishing, Drafts drafts, AuditLog audit) {
        this.parts = parts;
        this.publishing = publishing;
        this.drafts = drafts;
        this.audit = audit;
    }

    public Verdict check(String course, List<Change> changes) {
        var texts =
                changes.stream()
                        .collect(Collectors.toMap(change -> change.part().path(), Change::bytes));
        var after = publishing.check(course, texts);
        return Verdict.of(
                Verdict.isBrokenElsewhere(after, texts.keySet())
                        ? publishing.check(course, now(changes))
                        : List.of(),
                after,
                texts.keySet());
    }

    private Map<String, Optional<byte[]>> now(List<Change> changes) {
        return changes.stream()
                .map(Change::part)
                .collect(Collectors.toMap(PartPath::path, parts::bytes));
    }

    /** With what the author has drafted: once it is published, there is no draft of it. */
    public Outcome publish(String course, List<Change> wanted, UUID author) {
        var outcome = take(course, wanted, author);
        if (outcome instanceof Outcome.Published) {
            wanted.forEach(change -> drafts.drop(change.part(), author));
        }
        return outcome;
    }

    /** With what comes from elsewhere: drafts of the same parts stay, and are behind then. */
    public Outcome take(String course, List<Change> wanted, UUID author) {
        return take(course, wanted, author, () -> {});
    }

    /**
     * @param last what belongs to the same transaction: what it throws ends all of it
     */
    public Outcome take(String course, List<Change> wanted, UUID author, Runnable last) {
        // What the check finds holds of one state: where somebody publishes meanwhile, it looks
        // again. Of two changes that are good alone and break each other one comes through.
        while (true) {
            long state = publishing.state();
            for (var change : wanted) {
                if (parts.headId(change.part()) != change.base()) {
                    return new Outcome.Overtaken(change.part());
                }
            }
            var changes = wanted.stream().filter(this::changesSomething).toList();
            var verdict = changes.isEmpty() ? Verdict.NOTHING : check(course, changes);
            if (verdict.isBroken()) {
                return new Outcome.Broken(verdict);
            }
            var outcome =
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    publishing.isStill(state)
                                            ? Optional.of(made(changes, author, last))
                                            : Optional.<Outcome>empty());
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    private Outcome made(List<Change> changes, UUID author, Runnable last) {
        for (var change : changes) {
            if (made(change, author) instanceof Publishing.Outcome.Published done) {
                record(author, change.part(), done.revision());
            } else {
                QuarkusTransaction.setRollbackOnly();
                return new Outcome.Overtaken(change.part());
            }
        }
        last.run();
        return new Outcome.Published(changes.size());
    }

    private Publishing.Outcome made(Change change, UUID author) {
        var path = change.part().path();
        return change.bytes().isPresent()
                ? publishing.publish(path, change.bytes().get(), author, change.base())
                : publishing.remove(path, author, change.base());
    }

    private void record(UUID author, PartPath part, Revision revision) {
        audit.record(
                author,
                AuditAction.CONTENT_PUBLISHED,
                part.course().isEmpty()
                        ? new AuditSubject("catalogue", "")
                        : AuditSubject.course(part.course()),
                Map.of("part", part.name(), "revision", String.valueOf(revision.id())));
    }

    private boolean changesSomething(Change change) {
        var now = publishing.bytes(change.base());
        return !(now.isEmpty() && change.bytes().isEmpty())
                && (now.isEmpty()
                        || change.bytes().isEmpty()
                        || !Arrays.equals(now.get(), change.bytes().get()));
    }
}
