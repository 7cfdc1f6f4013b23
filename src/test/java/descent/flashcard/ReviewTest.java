package descent.flashcard;

import static descent.flashcard.CardsOf.CARDS;
import static descent.flashcard.CardsOf.card;
import static descent.flashcard.CardsOf.form;
import static descent.flashcard.CardsOf.seen;
import static descent.flashcard.CardsOf.undoForm;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.Client;
import descent.testing.Eventually;
import descent.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReviewTest {
    @Test
    void visitorSignsInFirst() {
        Client.visitor()
                .get(CARDS)
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CARDS, CARDS + "/review"})
    void whoDoesNotTakeTheCourseIsOfferedTo(String page) {
        Client.learner().get(page).then().statusCode(403).body(containsString("Enrol and go on"));
    }

    @Test
    void unknownCourseIsNotThere() {
        Client.learner().get("/courses/no-such/cards").then().statusCode(404);
    }

    @Test
    void overviewSaysWhatThereIsToDo() {
        var page = CardsOf.somebodyNew().page(CARDS);
        assertEquals("0 to repeat now, 4 new for today.", page.select(".lead").text());
        assertEquals(
                List.of("Walking downhill 0 2 0 of 2 –", "Glossary 0 2 0 of 4 –"),
                page.select("tbody tr").eachText());
    }

    @Test
    void cardAsksAndTellsAndOffersFourButtons() {
        var page = CardsOf.somebodyNew().review();
        assertEquals("Which way does a step go?", page.select(".flashcard-front").text());
        assertEquals("Against the gradient.", page.select(".flashcard-back").text());
        var buttons = page.select(".ratings button").eachText();
        assertEquals(
                List.of("Again 1 1 minute", "Hard 2 6 minutes", "Good 3 10 minutes"),
                buttons.subList(0, 3));
        // Eight, and up to 1.775 more or less: the fuzz that FSRS gives to eight days.
        assertTrue(buttons.getLast().matches("Easy 4 ([6-9]|10) days"), buttons.getLast());
        assertEquals(
                "/courses/sample/lessons/walking-downhill#step",
                page.select(".flashcard-answer a").attr("href"));
    }

    @Test
    void wordOfTheGlossaryIsHeardOnItsFrontByWhoTakesTheCourse() {
        var ada = CardsOf.somebodyNew();
        var front =
                Eventually.get(
                        "the sound of the word",
                        () -> ada.page(CARDS + "/review?card=term.gradient.front"),
                        page -> !page.select(".flashcard-sound").isEmpty());
        var sound = front.select(".flashcard-sound audio");
        assertEquals("none", sound.attr("preload"));
        assertFalse(sound.hasAttr("autoplay"));
        var path = sound.attr("src");
        ada.client.get(path).then().statusCode(200).contentType("audio/mpeg");
        assertEquals(403, Client.learner().get(path).statusCode());
        assertEquals(404, ada.client.get(path.replace("gradient", "no-such")).statusCode());
    }

    /** Heard, the word would be the answer; other cards have no sound. */
    @ParameterizedTest
    @ValueSource(strings = {"term.gradient.back", "lesson.card-direction.front"})
    void soundGivesNoAnswerAway(String card) {
        var ada = CardsOf.somebodyNew();
        Eventually.isTrue(
                "the sound of the word",
                () ->
                        ada.client.get("/courses/sample/glossary/gradient/sound").statusCode()
                                == 200);
        var page = ada.page(CARDS + "/review?card=" + card);
        assertEquals(card, card(page));
        assertTrue(page.select("audio").isEmpty());
    }

    /** By which a question that was missed names its card. */
    @Test
    void noteIsAskedByItsFirstCard() {
        var ada = CardsOf.somebodyNew();
        assertEquals(
                "lesson.card-rate.c1", card(ada.page(CARDS + "/review?card=lesson.card-rate")));
    }

    @Test
    void clozeHidesItsGap() {
        var ada = CardsOf.somebodyNew();
        ada.rate(form(ada.review(), "4"));
        var page = ada.review();
        assertEquals("The […] sets the length of a step.", page.select(".flashcard-front").text());
        assertEquals("learning rate", page.select(".flashcard-back strong").text());
    }

    @Test
    void dayEndsWhenAllIsReviewed() {
        var ada = CardsOf.somebodyNew();
        var asked = new HashSet<String>();
        for (var page = ada.review(); !card(page).isEmpty(); page = ada.review()) {
            asked.add(card(page));
            ada.rate(form(page, "4")).then().statusCode(303);
        }
        assertEquals(4, asked.size(), "one card of each note");
        assertTrue(ada.review().text().contains("Done for now"));
        assertTrue(ada.page(CARDS).select(".lead").text().startsWith("Nothing to do now."));
    }

    @Test
    void deckIsReviewedAlone() {
        var ada = CardsOf.somebodyNew();
        var page = ada.page(CARDS + "/review?deck=glossary");
        assertEquals("term.gradient.front", card(page));
        ada.rate(form(page, "4"))
                .then()
                .header("Location", containsString(CARDS + "/review?deck=glossary"));
    }

    @Test
    void sameRatingSentAgainCountsOnce() {
        var ada = CardsOf.somebodyNew();
        var form = form(ada.review(), "3");
        ada.rate(form).then().statusCode(303);
        ada.rate(form).then().statusCode(303);
        var again = ada.page(CARDS + "/review?card=" + form.get("card"));
        assertEquals("1", seen(again));
    }

    @Test
    void doubleClickCountsOnce() throws Exception {
        var ada = CardsOf.somebodyNew();
        var form = form(ada.review(), "3");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers =
                    threads.invokeAll(Collections.nCopies(8, () -> ada.rate(form).statusCode()));
            for (var answer : answers) {
                assertEquals(303, answer.get());
            }
        }
        assertEquals("1", seen(ada.page(CARDS + "/review?card=" + form.get("card"))));
    }

    @Test
    void ratingFromAnOlderWindowIsRefused() {
        var ada = CardsOf.somebodyNew();
        var older = form(ada.review(), "1");
        ada.rate(form(ada.review(), "4")).then().statusCode(303);
        ada.rate(older)
                .then()
                .statusCode(409)
                .body(containsString("rated in another window meanwhile"));
        assertEquals("1", seen(ada.page(CARDS + "/review?card=" + older.get("card"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-1", "good", "", "3.0", "11"})
    void ratingOutOfRangeIsRefused(String rating) {
        var ada = CardsOf.somebodyNew();
        var page = ada.review();
        ada.rate(form(page, rating))
                .then()
                .statusCode(422)
                .body(containsString("A rating is 1 (again), 2 (hard), 3 (good) or 4 (easy)"));
        assertEquals("0", seen(ada.page(CARDS + "/review?card=" + card(page))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lesson.no-such.front",
                "lesson.card-direction.back",
                "lesson.card-rate.c2",
                "own.1.front",
                "",
                "'; drop table flashcard"
            })
    void cardThatIsNotMineIsNotThere(String card) {
        var ada = CardsOf.somebodyNew();
        var form = form(ada.review(), "3");
        form.put("card", card);
        ada.rate(form).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "seen"})
    void brokenFormIsRefused(String field) {
        var ada = CardsOf.somebodyNew();
        var form = form(ada.review(), "3");
        form.put(field, "x");
        ada.rate(form).then().statusCode(422).body(containsString("not &quot;x&quot;"));
    }

    @Test
    void reviewBeforeTheLastOneIsRefused() {
        var ada = CardsOf.somebodyNew();
        var clock = MovableClock.install();
        var first = ada.review();
        ada.rate(form(first, "3"));
        clock.forward(Duration.ofMinutes(-5));
        var page = ada.page(CARDS + "/review?card=" + card(first));
        ada.rate(form(page, "3"))
                .then()
                .statusCode(409)
                .body(containsString("cannot be before the last one"));
        assertEquals("1", seen(ada.page(CARDS + "/review?card=" + card(first))));
    }

    @Test
    void lastRatingIsTakenBack() {
        var ada = CardsOf.somebodyNew();
        var first = ada.review();
        ada.rate(form(first, "1"));
        var undo = undoForm(ada.review());
        ada.undo(undo)
                .then()
                .statusCode(303)
                .header("Location", containsString("?card=" + card(first)));
        assertEquals("0", seen(ada.page(CARDS + "/review?card=" + card(first))));
        ada.undo(undo).then().statusCode(303);
        assertTrue(ada.review().select(".undo").isEmpty(), "nothing left to take back");
    }

    @Test
    void takingBackLetsTheSameCardBeRatedAnew() {
        var ada = CardsOf.somebodyNew();
        ada.rate(form(ada.review(), "1"));
        ada.undo(undoForm(ada.review()));
        var again = form(ada.review(), "4");
        ada.rate(again).then().statusCode(303);
        assertNotEquals(again.get("card"), card(ada.review()));
    }

    @Test
    void onlyTheLastRatingOfACardIsTakenBack() {
        var ada = CardsOf.somebodyNew();
        var first = ada.review();
        ada.rate(form(first, "1"));
        var undo = undoForm(ada.review());
        ada.rate(form(ada.page(CARDS + "/review?card=" + card(first)), "3"));
        ada.undo(undo).then().statusCode(409).body(containsString("rated again"));
    }

    @Test
    void anothersRatingIsNotTakenBack() {
        var ada = CardsOf.somebodyNew();
        ada.rate(form(ada.review(), "3"));
        CardsOf.somebodyNew().undo(undoForm(ada.review())).then().statusCode(404);
    }

    @Test
    void cardComesBackWhenItsStepIsOver() {
        var ada = CardsOf.somebodyNew();
        var clock = MovableClock.install();
        var first = ada.review();
        ada.rate(form(first, "3"));
        assertNotEquals(card(first), card(ada.review()));
        clock.forward(Duration.ofMinutes(11));
        assertEquals(card(first), card(ada.review()));
    }
}
