package descent.editor.folder;

import descent.course.Courses;
import descent.course.Publishing;
import descent.editor.AuthoredText;
import descent.editor.Differences;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.folder.FolderPlan.Kind;
import descent.editor.folder.FolderPlan.Step;
import descent.editor.upload.Upload;
import descent.editor.upload.Uploads;
import descent.enrolment.CourseAuthors;
import descent.exchange.card.UnreadableFile;
import descent.exchange.folder.CourseFolder;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Takes a course over from a folder in two steps: what it would change is shown first. */
@ApplicationScoped
class ImportFolder {
    private final Uploads uploads;
    private final Courses courses;
    private final Parts parts;
    private final Publishing publishing;
    private final PublishChanges publish;
    private final CourseAuthors authors;
    private final AuditLog audit;

    ImportFolder(
            Uploads uploads,
            Courses courses,
            Parts parts,
            Publishing publishing,
            PublishChanges publish,
            CourseAuthors authors,
            AuditLog audit) {
        this.uploads = uploads;
        this.courses = courses;
        this.parts = parts;
        this.publishing = publishing;
        this.publish = publish;
        this.authors = authors;
        this.audit = audit;
    }

    /**
     * Keeps a zip for {@link #plan}.
     *
     * @throws UnreadableFile when nothing of it can be taken over
     */
    UUID keep(UUID author, String fileName, byte[] zip) {
        requireOwn(CourseFolder.read(zip));
        return uploads.keep(author, fileName, zip);
    }

    FolderPlan plan(UUID author, UUID id) {
        var upload = uploads.find(author, id);
        return plan(upload, folder(upload));
    }

    /**
     * Takes over what was chosen, all of it or nothing.
     *
     * @param choices as {@link Step#choice} gave them
     * @throws UnreadableFile when what was chosen is not what the folder changes
     */
    Outcome take(UUID author, UUID id, List<String> choices) {
        var folder = folder(uploads.find(author, id));
        var changes = choices.stream().distinct().map(each -> change(folder, each)).toList();
        var outcome = publish.take(folder.course(), changes, author);
        if (outcome instanceof Outcome.Published(int files)) {
            audit.record(
                    author,
                    AuditAction.IMPORTED,
                    AuditSubject.course(folder.course()),
                    Map.of("files", String.valueOf(files)));
            uploads.drop(author, id);
        }
        return outcome;
    }

    private CourseFolder folder(Upload upload) {
        var folder = CourseFolder.read(upload.file);
        requireOwn(folder);
        return folder;
    }

    private void requireOwn(CourseFolder folder) {
        if (!authors.isAuthor(folder.course())) {
            throw new UnreadableFile(
                    "The folder is that of the course %s, which is not yours to edit."
                            .formatted(folder.course()));
        }
    }

    private static Change change(CourseFolder folder, String choice) {
        int colon = choice.indexOf(':');
        var path = choice.substring(colon + 1);
        if (colon < 1
                || !choice.substring(0, colon).matches("0|[1-9][0-9]{0,17}")
                || !path.startsWith(folder.course() + "/")) {
            throw new UnreadableFile("No file of this folder is called %s.".formatted(choice));
        }
        return new Change(
                PartPath.of(path),
                Optional.ofNullable(folder.files().get(path)),
                Long.parseLong(choice.substring(0, colon)));
    }

    private FolderPlan plan(Upload upload, CourseFolder folder) {
        var now = new TreeSet<String>();
        for (var head : publishing.below(folder.course())) {
            if (!head.revision().removed()) {
                now.add(head.revision().path());
            }
        }
        var paths = new TreeSet<>(now);
        paths.addAll(folder.files().keySet());
        var steps = new ArrayList<Step>();
        for (var path : paths) {
            step(path, now.contains(path), Optional.ofNullable(folder.files().get(path)))
                    .ifPresent(steps::add);
        }
        var taken =
                steps.stream()
                        .filter(Step::isTaken)
                        .map(step -> change(folder, step.choice()))
                        .toList();
        return new FolderPlan(
                upload.id,
                upload.fileName,
                folder.course(),
                courses.find(folder.course()).isPresent(),
                steps,
                paths.size() - steps.size(),
                folder.leftOut(),
                publish.check(folder.course(), taken));
    }

    private Optional<Step> step(String path, boolean there, Optional<byte[]> file) {
        var part = PartPath.of(path);
        var now = there ? parts.bytes(part) : Optional.<byte[]>empty();
        if (file.isPresent() && now.isPresent() && Arrays.equals(file.get(), now.get())) {
            return Optional.empty();
        }
        var kind = file.isEmpty() ? Kind.MISSING : there ? Kind.CHANGED : Kind.NEW;
        var differences =
                kind == Kind.CHANGED && part.isText()
                        ? Differences.between(text(now), text(file))
                        : new Differences(List.of());
        return Optional.of(new Step(kind, part, parts.headId(part), differences));
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.flatMap(AuthoredText::decode).orElse("");
    }
}
