package descent.editor.bank;

import descent.editor.Differences;
import descent.exchange.question.QuestionFile.LeftOut;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** Something in a file of questions, and what becomes of it. */
@Entity
@Table(name = "editor_import_row")
public class BankRow extends PanacheEntityBase {
    private static final int LONGEST = 400;

    /** How it stands to the course. */
    public enum Kind {
        NEW("new"),
        CHANGED("differs"),
        SAME("the same"),
        LEFT_OUT("left out");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param number in the order of the file; what was left out comes after all questions
     */
    @Embeddable
    record Key(UUID importId, int number) {}

    @EmbeddedId public Key key;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String questionId;
    public String type;

    /** Where it stands in the file. */
    public String place;

    public String beginning;

    /** Line by line: what was lost or made up; of what is left out, the reason. */
    public String remarks;

    /** The revision of the file with which it was compared. */
    public long base;

    /** As the course has it; empty for what does not differ. */
    public String before;

    /** As the file has it; empty for what does not differ. */
    public String after;

    /** Whether it is to be taken over. */
    public boolean wanted;

    protected BankRow() {}

    private BankRow(Key key, Kind kind, String place, String beginning, String remarks) {
        this.key = key;
        this.kind = kind;
        this.place = place;
        this.beginning = shortened(beginning);
        this.remarks = shortened(remarks);
        this.questionId = "";
        this.type = "";
        this.before = "";
        this.after = "";
    }

    static BankRow of(UUID importId, int number, BankPlanning.Compared compared) {
        var question = compared.question();
        var row =
                new BankRow(
                        new Key(importId, number),
                        compared.kind(),
                        question.place(),
                        question.text("text"),
                        String.join("\n", question.remarks()));
        row.questionId = question.id();
        row.type = question.type();
        row.base = compared.base();
        row.before = compared.before();
        row.after = compared.after();
        row.wanted = compared.kind() != Kind.SAME;
        return row;
    }

    static BankRow of(UUID importId, int number, LeftOut leftOut) {
        var key = new Key(importId, number);
        return new BankRow(key, Kind.LEFT_OUT, leftOut.place(), leftOut.what(), leftOut.reason());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…"
                : text;
    }

    public int number() {
        return key.number();
    }

    public boolean isSame() {
        return kind == Kind.SAME;
    }

    public List<String> remarkLines() {
        return remarks.lines().toList();
    }

    public Differences differences() {
        return Differences.between(before, after);
    }
}
