package descent.editor.bank;

import descent.course.Courses;
import descent.course.material.Finding;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.editor.bank.BankImport.State;
import descent.editor.upload.Upload;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile;
import descent.exchange.question.QuestionFormat;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.job.RecurringJob;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Reads files of questions, and publishes what was chosen of them: one after the other, with a look
 * between the steps whether the sender still wants it. Broken off, it begins again, and whatever is
 * there already is the same.
 */
@ApplicationScoped
class BankWork implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(BankWork.class);
    private static final int STEP = 200;
    private static final int FINDINGS = 20;

    private final Courses courses;
    private final Parts parts;
    private final PublishChanges publish;
    private final AuditLog audit;

    BankWork(Courses courses, Parts parts, PublishChanges publish, AuditLog audit) {
        this.courses = courses;
        this.parts = parts;
        this.publish = publish;
        this.audit = audit;
    }

    /** A row that was chosen. */
    record Wanted(int number, long base) {}

    @Override
    public String name() {
        return "import-questions";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        for (var next = next(); next.isPresent(); next = next()) {
            work(next.get());
        }
    }

    private static Optional<BankImport> next() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        BankImport.<BankImport>find(
                                        "select i from BankImport i join Upload u on u.id = i.id where i.state in ?1 order by u.at",
                                        Stream.of(State.values()).filter(State::isAtWork).toList())
                                .firstResultOptional());
    }

    private void work(BankImport next) {
        try {
            if (next.state == State.READING) {
                read(next);
            } else {
                take(next);
            }
        } catch (Problem problem) {
            settle(next.id, State.READ, String.valueOf(problem.getMessage()));
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "import %s", next.id);
            settle(
                    next.id,
                    State.READ,
                    "Something went wrong on our side: it stands in the log, under %s. Nothing was changed."
                            .formatted(next.id));
        }
    }

    private void read(BankImport read) {
        try {
            read(read, content(format(read.format), upload(read).file), "");
        } catch (UnreadableFile e) {
            settle(read.id, State.READ, e.reason());
        }
    }

    private static Upload upload(BankImport read) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Upload.<Upload>findByIdOptional(read.id).orElseThrow(BankWork::dropped));
    }

    /**
     * @throws UnreadableFile when nothing of it is understood
     */
    static QuestionFile content(QuestionFormat format, byte[] file) {
        var content = format.read(file);
        if (content.questions().isEmpty() && content.leftOut().isEmpty()) {
            throw new UnreadableFile("The file holds no questions in this format.");
        }
        return content;
    }

    /**
     * @throws Problem 400 for what is none
     */
    static QuestionFormat format(String id) {
        return QuestionFormat.ALL.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("There is no format \"%s\".".formatted(id)));
    }

    /** Keeps how a file stands to the course. */
    void read(BankImport read, QuestionFile content, String said) {
        QuarkusTransaction.requiringNew().run(() -> BankRow.delete("key.importId", read.id));
        int total = content.questions().size() + content.leftOut().size();
        var planning = planning(read);
        var rows = new ArrayList<BankRow>();
        int number = 0;
        for (var question : content.questions()) {
            rows.add(BankRow.of(read.id, number++, planning.compared(question)));
            if (rows.size() == STEP) {
                keep(rows, read.id, number, total);
            }
        }
        for (var leftOut : content.leftOut()) {
            rows.add(BankRow.of(read.id, number++, leftOut));
        }
        keep(rows, read.id, number, total);
        settle(read.id, State.READ, said);
    }

    private BankPlanning planning(BankImport read) {
        var course = courses.course(read.course);
        var lesson = course.lesson(read.lesson).orElseThrow(() -> Problem.notFound("lesson"));
        return new BankPlanning(course, lesson, read.topic(), parts);
    }

    private static void keep(List<BankRow> rows, UUID id, int done, int total) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    step(id, done, total);
                    BankRow.persist(rows);
                });
        rows.clear();
    }

    /**
     * @throws Problem 404 when its sender does not want it any more
     */
    private static void step(UUID id, int done, int total) {
        if (BankImport.update("done = ?1, total = ?2 where id = ?3", done, total, id) == 0) {
            throw dropped();
        }
    }

    private static Problem dropped() {
        return Problem.notFound("file of yours");
    }

    private static void settle(UUID id, State state, String said) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        BankImport.update("state = ?1, said = ?2 where id = ?3", state, said, id));
    }

    /**
     * Publishes what was chosen, all of it or nothing.
     *
     * @return whether learners see it; else the import says why not
     */
    boolean take(BankImport taken) {
        var upload = upload(taken);
        var content = content(format(taken.format), upload.file);
        var wanted = wanted(taken.id);
        var planning = planning(taken);
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
            if (number % STEP == 0) {
                at(taken.id, number, content.questions().size());
            }
        }
        if (items.isEmpty()) {
            return refused(taken, "Nothing is chosen.");
        }
        var changes = items.entrySet().stream().map(e -> change(e.getKey(), e.getValue())).toList();
        begin(taken.id, number);
        return switch (publish.take(taken.course, changes, upload.personId)) {
            case Outcome.Published _ -> done(taken, upload.personId, wanted.size());
            case Outcome.Broken(var verdict) -> refused(taken, said(verdict));
            case Outcome.Overtaken _ -> readAgain(taken, content);
        };
    }

    private static boolean refused(BankImport taken, String why) {
        settle(taken.id, State.READ, why);
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

    private static void at(UUID id, int done, int total) {
        QuarkusTransaction.requiringNew().run(() -> step(id, done, total));
    }

    /** From here on it cannot be dropped. */
    private static void begin(UUID id, int total) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    step(id, total, total);
                    BankImport.update(
                            "state = ?1 where id = ?2 and state = ?3",
                            State.PUBLISHING,
                            id,
                            State.TAKING);
                });
    }

    private boolean readAgain(BankImport taken, QuestionFile content) {
        read(
                taken,
                content,
                "The questions of the course have changed meanwhile. This is how the file stands to them now: choose again.");
        return false;
    }

    private boolean done(BankImport taken, UUID author, int questions) {
        audit.record(
                author,
                AuditAction.IMPORTED,
                AuditSubject.course(taken.course),
                Map.of("questions", String.valueOf(questions)));
        settle(
                taken.id,
                State.DONE,
                "%,d %s published: learners see %s now."
                        .formatted(
                                questions,
                                questions == 1 ? "question is" : "questions are",
                                questions == 1 ? "it" : "them"));
        return true;
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
