package descent.editor.bank;

import descent.editor.bank.BankImport.State;
import descent.editor.bank.BankRow.Kind;
import descent.editor.upload.Uploads;
import descent.exchange.card.UnreadableFile;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Takes questions over in two steps: what was understood of a file is shown first. Small files are
 * read and taken over at once, large ones by {@link BankWork}.
 */
@ApplicationScoped
public class ImportQuestions {
    static final int ON_A_PAGE = 100;
    private static final int BYTES_AT_ONCE = 256 * 1024;
    private static final int QUESTIONS_AT_ONCE = 1_000;
    private static final int LEFT_OUT_SHOWN = 100;

    private static final List<Kind> DIFFERING = List.of(Kind.NEW, Kind.CHANGED);

    private final Uploads uploads;
    private final ReadQuestions read;
    private final PublishQuestions publish;

    ImportQuestions(Uploads uploads, ReadQuestions read, PublishQuestions publish) {
        this.uploads = uploads;
        this.read = read;
        this.publish = publish;
    }

    /**
     * Keeps a file, to be looked at.
     *
     * @param begun what it is sent for
     * @throws UnreadableFile when it is seen at once that nothing of it is understood
     */
    UUID keep(UUID author, BankImport begun, String fileName, byte[] file) {
        if (file.length > BYTES_AT_ONCE) {
            begin(author, begun, State.READING, fileName, file);
            return begun.id;
        }
        var content = ReadQuestions.content(begun.format, file);
        begin(author, begun, State.READ, fileName, file);
        try {
            read.compare(begun, content, "");
        } catch (RuntimeException e) {
            uploads.drop(author, begun.id);
            throw e;
        }
        return begun.id;
    }

    private void begin(UUID author, BankImport begun, State state, String fileName, byte[] file) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    begun.id = uploads.keep(author, fileName, file);
                    begun.state = state;
                    begun.persist();
                });
    }

    /** A file that its sender has not settled yet. */
    public record Waiting(UUID id, String fileName, State state) {
        /** How far it is, in words. */
        public String standing() {
            return switch (state) {
                case READING -> "being read";
                case READ -> "waits for your choice";
                case TAKING, PUBLISHING -> "being taken over";
                case DONE -> "taken over";
            };
        }
    }

    /** The author's files for a lesson. */
    @Transactional
    List<Waiting> waiting(UUID author, String course, String lesson) {
        return BankImport.find(
                        "select i.id, u.fileName, i.state from BankImport i join Upload u on u.id = i.id where u.personId = ?1 and i.course = ?2 and i.lesson = ?3 order by u.at",
                        author,
                        course,
                        lesson)
                .project(Waiting.class)
                .list();
    }

    /**
     * @throws Problem 404 when there is no such file of the author's for this lesson
     */
    @Transactional
    BankPlan plan(UUID author, UUID id, String course, String lesson, int page) {
        var name = uploads.name(author, id);
        var found =
                BankImport.<BankImport>findByIdOptional(id)
                        .filter(each -> each.course.equals(course) && each.lesson.equals(lesson))
                        .orElseThrow(() -> Problem.notFound("file of yours"));
        return new BankPlan(
                found,
                name,
                count(id, List.of(Kind.NEW, Kind.CHANGED, Kind.SAME)),
                count(id, DIFFERING),
                count(id, List.of(Kind.LEFT_OUT)),
                BankRow.count("key.importId = ?1 and wanted", id),
                page,
                BankRow.list(
                        "key.importId = ?1 and kind != ?2 and key.number >= ?3 and key.number < ?4 order by key.number",
                        id,
                        Kind.LEFT_OUT,
                        (page - 1) * ON_A_PAGE,
                        page * ON_A_PAGE),
                BankRow.<BankRow>find(
                                "key.importId = ?1 and kind = ?2 order by key.number",
                                id,
                                Kind.LEFT_OUT)
                        .page(0, LEFT_OUT_SHOWN)
                        .list());
    }

    private static long count(UUID id, List<Kind> kinds) {
        return BankRow.count("key.importId = ?1 and kind in ?2", id, kinds);
    }

    /** Of the rows of a page those with these numbers are wanted. */
    @Transactional
    void choose(BankPlan plan, List<Integer> numbers) {
        requireRead(plan);
        var page = "where key.importId = ?1 and key.number >= ?2 and key.number < ?3";
        int from = (plan.page() - 1) * ON_A_PAGE;
        BankRow.update("wanted = false " + page, plan.id(), from, from + ON_A_PAGE);
        if (!numbers.isEmpty()) {
            BankRow.update(
                    "wanted = true " + page + " and key.number in ?4 and kind in ?5",
                    plan.id(),
                    from,
                    from + ON_A_PAGE,
                    numbers,
                    DIFFERING);
        }
    }

    @Transactional
    void chooseAll(BankPlan plan, boolean wanted) {
        requireRead(plan);
        BankRow.update(
                "wanted = ?1 where key.importId = ?2 and kind in ?3", wanted, plan.id(), DIFFERING);
    }

    /**
     * Publishes what was chosen, or has it published.
     *
     * @return whether that is done, and the file no longer here
     * @throws Problem 409 when that has begun
     */
    boolean take(UUID author, BankPlan plan) {
        requireRead(plan);
        if (plan.questions() <= QUESTIONS_AT_ONCE) {
            boolean published = publish.publish(plan.read());
            if (published) {
                uploads.drop(author, plan.id());
            }
            return published;
        }
        QuarkusTransaction.requiringNew()
                .run(() ->
                        BankImport.update(
                                "state = ?1, said = '', done = 0 where id = ?2 and state = ?3",
                                State.TAKING,
                                plan.id(),
                                State.READ));
        return false;
    }

    /**
     * @throws Problem 409 while a job is at work on it, or when all is done
     */
    private static void requireRead(BankPlan plan) {
        if (plan.read().state != State.READ) {
            throw Problem.conflict("This file is being read or taken over, or was.");
        }
    }

    void drop(UUID author, BankPlan plan) {
        uploads.drop(author, plan.id());
    }

    /**
     * Forgets a file and ends the work on it.
     *
     * @throws Problem 409 when its questions are published
     */
    @Transactional
    void stop(UUID author, BankPlan plan) {
        BankImport.<BankImport>findByIdOptional(plan.id(), LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.state == State.DONE)
                .ifPresent(_ -> {
                    throw Problem.conflict(
                            "The questions have just been published: it is too late to stop that. Their history leads back.");
                });
        uploads.drop(author, plan.id());
    }
}
