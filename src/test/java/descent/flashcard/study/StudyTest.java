package descent.flashcard.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Person;
import descent.account.Role;
import descent.account.TestPeople;
import descent.activity.Activity.QuestionAnswered;
import descent.activity.ActivityLog;
import descent.course.Courses;
import descent.course.material.Course;
import descent.flashcard.deck.CardKey;
import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Rating;
import descent.flashcard.study.RateCard.NewReview;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StudyTest {
    private static final CardKey DIRECTION = new CardKey("lesson.card-direction", "front");
    private static final CardKey RATE = new CardKey("lesson.card-rate", "c1");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Inject CardBoxes boxes;

    @Inject RateCard rateCard;

    @Inject UndoReview undoReview;

    @Inject ActivityLog activities;

    @Inject Courses courses;

    @Inject TestPeople people;

    @Inject FlashcardData data;

    private UUID ada;
    private Course course;

    @BeforeEach
    void somebodyNew() {
        ada = people.signedUp(Role.LEARNER);
        course = courses.course("sample");
        itIs(NOON);
    }

    private static void itIs(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }

    @Test
    void randomLogReplaysToTheStoredCard() {
        for (long seed = 1; seed <= 5; seed++) {
            somebodyNew();
            var random = new Random(seed);
            var given = new ArrayList<UUID>();
            var now = NOON;
            for (int i = 0; i < 30; i++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(1, 40_000)));
                itIs(now);
                switch (random.nextInt(8)) {
                    case 0 -> answer("two-rates-question", "descent", "0");
                    case 1 -> {
                        if (!given.isEmpty()) {
                            undoReview.undo(ada, course, given.removeLast());
                        }
                    }
                    default -> given.add(rate(DIRECTION, random.nextInt(1, 5)));
                }
                assertEquals(replayed(DIRECTION), stored(DIRECTION), "seed " + seed);
            }
        }
    }

    @Test
    void undoGoesBackStepByStep() {
        var before = new ArrayList<Card>();
        var given = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            itIs(NOON.plus(Duration.ofDays(7L * i)));
            before.add(stored(DIRECTION));
            given.add(rate(DIRECTION, i == 4 ? 1 : 3));
        }
        while (!given.isEmpty()) {
            undoReview.undo(ada, course, given.removeLast());
            assertEquals(before.removeLast(), stored(DIRECTION));
        }
    }

    /** A day of studying begins at four in the morning, where the learner is. */
    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-11-22T12:00:00Z, 2026-11-22",
        "UTC, 2026-11-23T03:59:59Z, 2026-11-22",
        "UTC, 2026-11-23T04:00:00Z, 2026-11-23",
        "Pacific/Auckland, 2026-11-22T12:00:00Z, 2026-11-22",
        "Pacific/Auckland, 2026-11-22T16:00:00Z, 2026-11-23",
        "America/Los_Angeles, 2026-11-22T11:00:00Z, 2026-11-21"
    })
    void learnersZoneDecidesTheDay(String zone, Instant now, LocalDate day) {
        liveIn(zone);
        itIs(now);
        assertEquals(day, box().now().day());
        rate(DIRECTION, 4);
        assertEquals(1, box().done().newCards());
        assertEquals(day, stored(DIRECTION).lastReview().day());
    }

    @Test
    void newDayBringsNewCards() {
        liveIn("America/Los_Angeles");
        itIs(Instant.parse("2026-11-23T11:59:00Z"));
        rate(DIRECTION, 4);
        assertEquals(1, box().done().newCards());
        itIs(Instant.parse("2026-11-23T12:00:00Z"));
        assertEquals(0, box().done().newCards());
    }

    @Test
    void missedQuestionCallsItsCards() {
        rate(DIRECTION, 4);
        assertFalse(queued(DIRECTION));
        answer("q-way", "descent", "0.5");
        assertTrue(stored(DIRECTION).called());
        assertTrue(queued(DIRECTION));
        rate(DIRECTION, 3);
        assertFalse(stored(DIRECTION).called());
    }

    @Test
    void questionThatNamesNoCardsCallsThoseOfItsConcept() {
        answer("no-such-question", "descent", "0");
        assertTrue(stored(DIRECTION).called());
        assertTrue(stored(RATE).called());
    }

    @Test
    void rightAnswerCallsNothing() {
        answer("no-such-question", "descent", "1");
        assertFalse(stored(DIRECTION).called());
    }

    @Test
    void missedTwiceIsCalledOnce() {
        answer("no-such-question", "descent", "0");
        answer("no-such-question", "descent", "0");
        assertEquals(1, log(DIRECTION).size());
    }

    @Test
    void answerInAnUnknownCourseIsNoMatterOfCards() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        activities.record(
                                new QuestionAnswered(
                                        ada, "no-such", "q", "descent", BigDecimal.ZERO)));
    }

    @Test
    void exportHoldsCardsWithTheirLog() {
        rate(DIRECTION, 2);
        var part = QuarkusTransaction.requiringNew().call(() -> data.export(ada));
        assertEquals(
                List.of(DIRECTION.toString()),
                part.cards().stream().map(FlashcardData.Asked::card).toList());
        assertEquals(
                List.of((short) 2),
                part.cards().getFirst().log().stream()
                        .flatMap(entry -> entry.rating().stream())
                        .toList());
    }

    @Test
    void cardsGoWithThePerson() {
        rate(DIRECTION, 2);
        QuarkusTransaction.requiringNew().run(() -> Person.deleteById(ada));
        assertEquals(
                0L, QuarkusTransaction.requiringNew().call(() -> LogRow.count("personId", ada)));
    }

    private CardBox box() {
        return boxes.open(ada, course);
    }

    private boolean queued(CardKey key) {
        return box().queue(card -> card.key().equals(key)).size() > 0;
    }

    private Card stored(CardKey key) {
        return box().find(key).orElseThrow().card();
    }

    private Card replayed(CardKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        LogRow.of(Flashcard.locked(ada, "sample", key))
                                .replay(StudySettings.DEFAULT.scheduler()));
    }

    private List<?> log(CardKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> LogRow.of(Flashcard.locked(ada, "sample", key)).entries());
    }

    private UUID rate(CardKey key, int grade) {
        var id = UUID.randomUUID();
        rateCard.rate(ada, course, new NewReview(id, key, stored(key).reviews(), Rating.of(grade)));
        return id;
    }

    private void answer(String question, String concept, String fraction) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        activities.record(
                                new QuestionAnswered(
                                        ada,
                                        "sample",
                                        question,
                                        concept,
                                        new BigDecimal(fraction))));
    }

    private void liveIn(String zone) {
        QuarkusTransaction.requiringNew()
                .run(() -> Person.<Person>findById(ada).timeZone = ZoneId.of(zone));
    }
}
