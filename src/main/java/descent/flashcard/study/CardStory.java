package descent.flashcard.study;

import descent.flashcard.deck.CardKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells what happened to a card. */
@ApplicationScoped
public class CardStory {
    private static final int MOST = 200;

    /**
     * @param what in words: "rated good", "called for by a missed question"
     */
    public record Event(Instant at, String what) {}

    /** The latest first. */
    @Transactional
    public List<Event> of(UUID personId, String courseId, CardKey key) {
        return LogRow.<LogRow>find(
                        "from LogRow l where exists (select 1 from Flashcard f where f.id = l.flashcardId"
                                + " and f.personId = ?1 and f.courseId = ?2 and f.note = ?3 and f.side = ?4)"
                                + " order by l.id desc",
                        personId,
                        courseId,
                        key.note(),
                        key.side())
                .page(0, MOST)
                .list()
                .stream()
                .map(row -> new Event(row.at, words(row)))
                .toList();
    }

    private static String words(LogRow row) {
        return switch (row.kind) {
            case REVIEWED ->
                    "rated "
                            + switch (row.rating == null ? 0 : row.rating) {
                                case 1 -> "again";
                                case 2 -> "hard";
                                case 3 -> "good";
                                default -> "easy";
                            };
            case CALLED -> "called for by a missed question";
            case RESET -> "begun anew";
            case UNDONE -> "the rating was taken back";
        };
    }
}
