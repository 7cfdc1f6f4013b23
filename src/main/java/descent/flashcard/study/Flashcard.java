package descent.flashcard.study;

import descent.flashcard.deck.CardKey;
import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Due;
import descent.flashcard.scheduling.Memory;
import descent.flashcard.scheduling.Moment;
import descent.shared.Sha256;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a card stands with a person. Follows from the card's log. */
@Entity
class Flashcard extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public UUID personId;
    public String courseId;
    public String note;
    public String side;

    @Enumerated(EnumType.STRING)
    public Card.State state;

    public int step;
    public @Nullable Double stability;
    public @Nullable Double difficulty;
    public int reviews;
    public int lapses;
    public @Nullable Instant lastReviewAt;
    public @Nullable LocalDate lastReviewDay;
    public @Nullable Instant dueAt;
    public @Nullable LocalDate dueDay;
    public boolean called;

    /** Since when the person does not want to be asked it. */
    public @Nullable Instant suspendedAt;

    protected Flashcard() {}

    static List<Flashcard> of(UUID personId, String courseId) {
        return list("personId = ?1 and courseId = ?2", personId, courseId);
    }

    /** Held until the transaction ends; made when there is none. */
    static Flashcard locked(UUID personId, String courseId, CardKey key) {
        return locked(personId, courseId, Set.of(key)).getFirst();
    }

    /**
     * Held until the transaction ends, made where there are none; in one order everywhere, so that
     * two who want the same cards do not lock each other out.
     */
    static List<Flashcard> locked(UUID personId, String courseId, Set<CardKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var notes = keys.stream().map(CardKey::note).toArray(String[]::new);
        var sides = keys.stream().map(CardKey::side).toArray(String[]::new);
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into flashcard (person_id, course_id, note, side, state, step, reviews, lapses, due_day, called)
                        select ?1, ?2, key.note, key.side, 'NEW', 0, 0, 0, date '1970-01-01', false
                        from unnest(?3, ?4) as key(note, side)
                        order by key.note, key.side
                        on conflict do nothing
                        """)
                .setParameter(1, personId)
                .setParameter(2, courseId)
                .setParameter(3, notes)
                .setParameter(4, sides)
                .executeUpdate();
        return Flashcard.<Flashcard>find(
                        "personId = ?1 and courseId = ?2 and note in ?3 order by note, side",
                        personId,
                        courseId,
                        List.of(notes))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .filter(row -> keys.contains(row.key()))
                .toList();
    }

    CardKey key() {
        return new CardKey(note, side);
    }

    boolean isSuspended() {
        return suspendedAt != null;
    }

    /** The same for the same person and card, always: a replay gives the same days. */
    static long seed(UUID personId, String courseId, CardKey key) {
        var hash = Sha256.of(personId + " " + courseId + " " + key);
        return Long.parseUnsignedLong(hash.substring(0, 16), 16);
    }

    Card card() {
        return new Card(
                seed(personId, courseId, key()),
                state,
                step,
                stability == null || difficulty == null ? null : new Memory(stability, difficulty),
                reviews,
                lapses,
                lastReviewAt == null || lastReviewDay == null
                        ? null
                        : new Moment(lastReviewAt, lastReviewDay),
                due(),
                called);
    }

    private Due due() {
        if (dueAt != null) {
            return new Due.At(dueAt);
        }
        return new Due.On(dueDay == null ? LocalDate.EPOCH : dueDay);
    }

    void stand(Card card) {
        var memory = card.memory();
        var last = card.lastReview();
        state = card.state();
        step = card.step();
        stability = memory == null ? null : memory.stability();
        difficulty = memory == null ? null : memory.difficulty();
        reviews = card.reviews();
        lapses = card.lapses();
        lastReviewAt = last == null ? null : last.at();
        lastReviewDay = last == null ? null : last.day();
        dueAt = card.due() instanceof Due.At(var at) ? at : null;
        dueDay = card.due() instanceof Due.On(var day) ? day : null;
        called = card.called();
    }
}
