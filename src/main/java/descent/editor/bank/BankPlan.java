package descent.editor.bank;

import descent.editor.Differences;
import descent.editor.PartPath;
import descent.exchange.question.QuestionFile.LeftOut;
import descent.exchange.question.TravellingQuestion;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a file of questions would change of a course. */
public record BankPlan(UUID id, String fileName, List<Row> rows, List<LeftOut> leftOut) {
    /** How a question stands to the course's. */
    public enum Kind {
        NEW,
        CHANGED,
        SAME;

        /** As it is shown. */
        @Override
        public String toString() {
            return switch (this) {
                case NEW -> "new";
                case CHANGED -> "differs";
                case SAME -> "the same";
            };
        }
    }

    /**
     * A question that was understood.
     *
     * @param item as it would stand in the file
     * @param part the file
     * @param base the revision of the file with which it was compared
     */
    public record Row(
            Kind kind,
            TravellingQuestion question,
            Map<String, Object> item,
            PartPath part,
            long base,
            Differences differences) {
        /** To be sent back by whoever takes it. */
        public String choice() {
            return base + ":" + question.id();
        }

        public boolean isSame() {
            return kind == Kind.SAME;
        }

        public boolean isNew() {
            return kind == Kind.NEW;
        }
    }

    public BankPlan {
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    public long differing() {
        return rows.stream().filter(row -> !row.isSame()).count();
    }
}
