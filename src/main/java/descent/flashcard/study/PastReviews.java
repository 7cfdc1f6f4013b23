package descent.flashcard.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The reviews that stand, for statistics. */
@ApplicationScoped
public class PastReviews {
    /**
     * A review of a card.
     *
     * @param repeated whether it was the turn of a learned card, rather than a short step, a new
     *     card or a call
     * @param expected the probability of recall that was foreseen; 0 where nothing was
     */
    public record Past(LocalDate day, int rating, boolean repeated, double expected) {}

    /** Since a day of the person's, that one included, the earliest first. */
    @Transactional
    public List<Past> since(UUID personId, String courseId, LocalDate day) {
        return LogRow.<LogRow>list(
                        "from LogRow r where r.personId = ?1 and r.courseId = ?2 and r.day >= ?3 and r.kind = REVIEWED"
                                + " and not exists (select 1 from LogRow u"
                                + " where u.personId = ?1 and u.kind = UNDONE and u.reviewId = r.reviewId)"
                                + " order by r.id",
                        personId,
                        courseId,
                        day)
                .stream()
                .map(row ->
                        new Past(
                                row.day,
                                row.rating == null ? 0 : row.rating,
                                row.turn == LogRow.Turn.DUE,
                                row.expected == null ? 0 : row.expected))
                .toList();
    }
}
