package descent.editor.card;

import descent.exchange.card.CardNote;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A file of cards beside those of a lesson as its author has them.
 *
 * @param remarks what of the file is left out, and why
 */
public record CardPlan(UUID id, String fileName, List<Row> rows, List<String> remarks) {
    public enum Kind {
        NEW,
        /** The lesson has a card with this front. */
        CHANGED,
        SAME,
        LEFT_OUT;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A note of the file.
     *
     * @param number within the file, from 0
     * @param card the id that it has or gets
     * @param why it is left out; else empty
     */
    public record Row(int number, CardNote note, Kind kind, String card, String why) {
        /** Whether there is anything to take over. */
        public boolean isTakeable() {
            return kind == Kind.NEW || kind == Kind.CHANGED;
        }
    }

    public CardPlan {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    public boolean isTakeable() {
        return rows.stream().anyMatch(Row::isTakeable);
    }
}
