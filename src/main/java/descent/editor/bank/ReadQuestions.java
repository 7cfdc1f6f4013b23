package descent.editor.bank;

import descent.course.Courses;
import descent.editor.Parts;
import descent.editor.bank.BankImport.State;
import descent.editor.upload.Upload;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile;
import descent.exchange.question.QuestionFormat;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads a file of questions and keeps how it stands to the course, step by step: between two steps
 * it looks whether the sender still wants it.
 */
@ApplicationScoped
class ReadQuestions {
    static final int STEP = 200;

    private final Courses courses;
    private final Parts parts;

    ReadQuestions(Courses courses, Parts parts) {
        this.courses = courses;
        this.parts = parts;
    }

    /** What cannot be understood is said by the import. */
    void read(BankImport read) {
        try {
            compare(read, content(read.format, upload(read).file), "");
        } catch (UnreadableFile e) {
            BankImport.settle(read.id, State.READ, e.reason());
        }
    }

    /**
     * @throws Problem 404 when its sender does not want it any more
     */
    static Upload upload(BankImport read) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Upload.<Upload>findByIdOptional(read.id).orElseThrow(BankImport::dropped));
    }

    /**
     * @throws UnreadableFile when nothing of it is understood
     */
    static QuestionFile content(String format, byte[] file) {
        var content = format(format).read(file);
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

    /**
     * Keeps how a file stands to the course.
     *
     * @param said to its sender then
     */
    void compare(BankImport read, QuestionFile content, String said) {
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
        BankImport.settle(read.id, State.READ, said);
    }

    BankPlanning planning(BankImport read) {
        var course = courses.course(read.course);
        var lesson = course.lesson(read.lesson).orElseThrow(() -> Problem.notFound("lesson"));
        return new BankPlanning(course, lesson, read.topic(), parts);
    }

    private static void keep(List<BankRow> rows, UUID id, int done, int total) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    BankImport.step(id, done, total);
                    BankRow.persist(rows);
                });
        rows.clear();
    }
}
