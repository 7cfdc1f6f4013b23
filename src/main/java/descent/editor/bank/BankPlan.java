package descent.editor.bank;

import descent.editor.bank.BankImport.State;
import java.util.List;
import java.util.UUID;

/**
 * What a file of questions would change of a course, one page of it.
 *
 * @param questions that were understood
 * @param differing those of them that are new or other than the course's
 * @param leftOut how many were not understood
 * @param wanted how many are to be taken over
 * @param page from 1
 * @param rows of this page
 * @param firstLeftOut the first of those that were not understood
 */
public record BankPlan(
        BankImport read,
        String fileName,
        long questions,
        long differing,
        long leftOut,
        long wanted,
        int page,
        List<BankRow> rows,
        List<BankRow> firstLeftOut) {
    public BankPlan {
        rows = List.copyOf(rows);
        firstLeftOut = List.copyOf(firstLeftOut);
    }

    public UUID id() {
        return read.id;
    }

    /** Of the file, for people. */
    public String format() {
        return ReadQuestions.format(read.format).label();
    }

    public boolean isAtWork() {
        return read.state.isAtWork();
    }

    public boolean isDone() {
        return read.state == State.DONE;
    }

    /** What the program does with it. */
    public String doing() {
        return switch (read.state) {
            case READING ->
                    read.total == 0 ? "The file waits to be read" : "Compared with the course";
            case TAKING -> "Put into the files of the course";
            case PUBLISHING -> "The check is at work; then learners see all of it, or nothing";
            case READ, DONE -> "";
        };
    }

    /** What came of it, line by line. */
    public List<String> said() {
        return read.said.lines().toList();
    }

    public long pages() {
        return Math.max(1, Math.ceilDiv(questions, ImportQuestions.ON_A_PAGE));
    }

    /** How many of those that were left out are not shown. */
    public long hidden() {
        return leftOut - firstLeftOut.size();
    }

    public boolean isLast() {
        return page >= pages();
    }
}
