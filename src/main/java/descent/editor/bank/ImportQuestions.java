package descent.editor.bank;

import descent.course.Courses;
import descent.course.material.Lesson;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.upload.Uploads;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFormat;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes questions over in two steps: what was understood of a file is shown first. */
@ApplicationScoped
class ImportQuestions {
    private final Uploads uploads;
    private final Courses courses;
    private final Parts parts;
    private final PublishChanges publish;
    private final AuditLog audit;

    ImportQuestions(
            Uploads uploads, Courses courses, Parts parts, PublishChanges publish, AuditLog audit) {
        this.uploads = uploads;
        this.courses = courses;
        this.parts = parts;
        this.publish = publish;
        this.audit = audit;
    }

    /**
     * Keeps a file for {@link #plan}.
     *
     * @throws UnreadableFile when nothing of it is understood
     */
    UUID keep(UUID author, String fileName, byte[] file, QuestionFormat format) {
        var content = format.read(file);
        if (content.questions().isEmpty() && content.leftOut().isEmpty()) {
            throw new UnreadableFile("The file holds no questions in this format.");
        }
        return uploads.keep(author, fileName, file);
    }

    BankPlan plan(
            UUID author,
            UUID id,
            Lesson lesson,
            String course,
            QuestionFormat format,
            Topic topic) {
        var upload = uploads.find(author, id);
        var content = format.read(upload.file);
        var planning = new BankPlanning(courses.course(course), lesson, topic, parts);
        return new BankPlan(
                id,
                upload.fileName,
                content.questions().stream().map(planning::row).toList(),
                content.leftOut());
    }

    /** Takes over what was chosen, all of it or nothing. */
    Outcome take(UUID author, BankPlan plan, String course, List<String> choices) {
        var wanted = new HashSet<>(choices);
        var chosen = plan.rows().stream().filter(row -> wanted.contains(row.choice())).toList();
        if (chosen.size() < wanted.size()) {
            throw Problem.conflict(
                    "The questions of the course have changed meanwhile. Look at the file again.");
        }
        var items = new LinkedHashMap<PartPath, List<Map<String, Object>>>();
        for (var row : chosen) {
            items.computeIfAbsent(row.part(), _ -> new ArrayList<>()).add(row.item());
        }
        var changes = items.entrySet().stream().map(e -> change(e.getKey(), e.getValue())).toList();
        var outcome = publish.take(course, changes, author);
        if (outcome instanceof Outcome.Published) {
            audit.record(
                    author,
                    AuditAction.IMPORTED,
                    AuditSubject.course(course),
                    Map.of("questions", String.valueOf(chosen.size())));
            uploads.drop(author, plan.id());
        }
        return outcome;
    }

    private Change change(PartPath part, List<Map<String, Object>> items) {
        var text = BankPlanning.list(parts, part).with(items);
        return new Change(
                part,
                Optional.of(AuthoredText.encode(text, parts.bytes(part))),
                parts.headId(part));
    }
}
