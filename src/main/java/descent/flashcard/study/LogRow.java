package descent.flashcard.study;

import descent.flashcard.scheduling.Moment;
import descent.flashcard.scheduling.Rating;
import descent.flashcard.scheduling.ReviewLog;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a card. */
@Entity
@Immutable
@Table(name = "flashcard_log")
class LogRow extends PanacheEntityBase {
    enum Kind {
        REVIEWED,
        CALLED,
        RESET,
        UNDONE
    }

    /** Why a card was asked. */
    enum Turn {
        NEW,
        STEP,
        DUE,
        CALLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public long flashcardId;
    public UUID personId;
    public String courseId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public @Nullable UUID reviewId;
    public @Nullable Short rating;

    @Enumerated(EnumType.STRING)
    public @Nullable Turn turn;

    public @Nullable Double expected;
    public Instant at;
    public LocalDate day;

    protected LogRow() {}

    private LogRow(Flashcard card, Kind kind, @Nullable UUID reviewId, Moment now) {
        this.flashcardId = card.id;
        this.personId = card.personId;
        this.courseId = card.courseId;
        this.kind = kind;
        this.reviewId = reviewId;
        this.at = now.at();
        this.day = now.day();
    }

    static LogRow reviewed(
            Flashcard card,
            UUID reviewId,
            Rating rating,
            Turn turn,
            OptionalDouble expected,
            Moment now) {
        var row = new LogRow(card, Kind.REVIEWED, reviewId, now);
        row.rating = (short) rating.grade();
        row.turn = turn;
        row.expected = expected.isPresent() ? expected.getAsDouble() : null;
        return row;
    }

    static LogRow undone(Flashcard card, UUID reviewId, Moment now) {
        return new LogRow(card, Kind.UNDONE, reviewId, now);
    }

    static LogRow called(Flashcard card, Moment now) {
        return new LogRow(card, Kind.CALLED, null, now);
    }

    static LogRow reset(Flashcard card, Moment now) {
        return new LogRow(card, Kind.RESET, null, now);
    }

    static Optional<LogRow> of(UUID personId, UUID reviewId, Kind kind) {
        return find("personId = ?1 and reviewId = ?2 and kind = ?3", personId, reviewId, kind)
                .firstResultOptional();
    }

    /** Whether the card was rated or reset after this review, and that still holds. */
    static boolean isFollowed(LogRow review) {
        return count(
                        "from LogRow r where r.flashcardId = ?1 and r.id > ?2 and (r.kind = RESET or r.kind = REVIEWED"
                                + " and not exists (select 1 from LogRow u"
                                + " where u.personId = ?3 and u.kind = UNDONE and u.reviewId = r.reviewId))",
                        review.flashcardId,
                        review.id,
                        review.personId)
                > 0;
    }

    /** All that happened to a card, in order. */
    static ReviewLog of(Flashcard card) {
        return new ReviewLog(
                Flashcard.seed(card.personId, card.courseId, card.key()),
                LogRow.<LogRow>list("flashcardId = ?1 order by id", card.id).stream()
                        .map(LogRow::entry)
                        .toList());
    }

    /** The reviews that were not taken back, the latest first. */
    static List<LogRow> standing(UUID personId, String courseId, LocalDate day) {
        return list(
                "from LogRow r where r.personId = ?1 and r.courseId = ?2 and r.day = ?3 and r.kind = REVIEWED"
                        + " and not exists (select 1 from LogRow u"
                        + " where u.personId = ?1 and u.kind = UNDONE and u.reviewId = r.reviewId)"
                        + " order by r.id desc",
                personId,
                courseId,
                day);
    }

    private ReviewLog.Entry entry() {
        var moment = new Moment(at, day);
        return switch (kind) {
            case REVIEWED ->
                    new ReviewLog.Reviewed(
                            Objects.requireNonNull(reviewId),
                            Rating.of(Objects.requireNonNull(rating)),
                            moment);
            case CALLED -> new ReviewLog.Called(moment);
            case RESET -> new ReviewLog.Reset(moment);
            case UNDONE -> new ReviewLog.Undone(Objects.requireNonNull(reviewId), moment);
        };
    }
}
