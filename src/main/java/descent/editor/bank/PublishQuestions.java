package descent.editor.bank;

import descent.course.material.Finding;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.editor.bank.BankImport.State;
import descent.exchange.question.QuestionFile;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Publishes what was chosen of a file of questions, all of it or nothing. Until then its sender can
 * stop it.
 */
@ApplicationScoped
class PublishQuestions {
    private static final int FINDINGS = 20;

    private final ReadQuestions read;
    private final Parts parts;
    private final PublishChanges publish;
    private final AuditLog audit;

    PublishQuestions(ReadQuestions read, Parts parts, PublishChanges publish, AuditLog audit) {
        this.read = read;
        this.parts = parts;
        this.publish = publish;
        this.audit = audit;
    }

    /** A row that was chosen. */
    record Wanted(int number, long base) {}

    /**
     * @return whether learners see it; else the import says why not
     */
    boolean publish(BankImport taken) {
        var upload = ReadQuestions.upload(taken);
        var content = ReadQuestions.content(taken.format, upload.file);
        var wanted = wanted(taken.id);
        var planning = read.planning(taken);
        var items = new LinkedHashMap<PartPath, List<Map<String, Object>>>();
        int number = 0;
        for (var question : content.questions()) {
            var compared = planning.compared(question);
            var base = wanted.get(number++);
            if (base != null && base != compared.base()) {
                return readAgain(taken, content);
            }
            if (base != null) {
                items.computeIfAbsent(compared.part(), _ -> new ArrayList<>()).add(compared.item());
            }
            if (number % ReadQuestions.STEP == 0) {
                BankImport.at(taken.id, number, content.questions().size());
            }
        }
        if (items.isEmpty()) {
            return refused(taken, "Nothing is chosen.");
        }
        var changes = items.entrySet().stream().map(e -> change(e.getKey(), e.getValue())).toList();
        BankImport.check(taken.id, number);
        Runnable done = () -> done(taken, upload.personId, wanted.size());
        return switch (publish.take(taken.course, changes, upload.personId, done)) {
            case Outcome.Published _ -> true;
            case Outcome.Broken(var verdict) -> refused(taken, said(verdict));
            case Outcome.Overtaken _ -> readAgain(taken, content);
        };
    }

    private static boolean refused(BankImport taken, String why) {
        BankImport.settle(taken.id, State.READ, why);
        return false;
    }

    private static Map<Integer, Long> wanted(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        BankRow.find(
                                        "select r.key.number, r.base from BankRow r where r.key.importId = ?1 and r.wanted",
                                        id)
                                .project(Wanted.class)
                                .stream()
                                .collect(Collectors.toMap(Wanted::number, Wanted::base)));
    }

    private boolean readAgain(BankImport taken, QuestionFile content) {
        read.compare(
                taken,
                content,
                "The questions of the course have changed meanwhile. This is how the file stands to them now: choose again.");
        return false;
    }

    /** In the transaction that publishes: when its sender has dropped it, nothing is. */
    private void done(BankImport taken, UUID author, int questions) {
        audit.record(
                author,
                AuditAction.IMPORTED,
                AuditSubject.course(taken.course),
                Map.of("questions", String.valueOf(questions)));
        BankImport.finish(
                taken.id,
                "%,d %s published: learners see %s now."
                        .formatted(
                                questions,
                                questions == 1 ? "question is" : "questions are",
                                questions == 1 ? "it" : "them"));
    }

    private static String said(Verdict verdict) {
        return Stream.concat(verdict.here().stream(), verdict.elsewhere().stream())
                .filter(Finding::isError)
                .limit(FINDINGS)
                .map(Finding::toString)
                .collect(
                        Collectors.joining(
                                "\n",
                                "Not published, since the check finds errors, %,d in all:\n"
                                        .formatted(verdict.errors()),
                                ""));
    }

    private Change change(PartPath part, List<Map<String, Object>> items) {
        var text = BankPlanning.list(parts, part).with(items);
        return new Change(
                part,
                Optional.of(AuthoredText.encode(text, parts.bytes(part))),
                parts.headId(part));
    }
}
