package descent.progress.home;

import descent.course.material.Concepts.KeyConcept;
import descent.course.material.Lesson;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import descent.progress.mastery.Mastery;
import java.util.List;
import java.util.OptionalDouble;

/** A concept of a lesson: what answers tell of it, and how its cards stand. */
public record ConceptProgress(
        Lesson lesson, KeyConcept concept, Mastery mastery, List<Remembered> cards) {
    public ConceptProgress {
        cards = List.copyOf(cards);
    }

    /**
     * A card of the concept.
     *
     * @param retrievability the probability of recall today; empty while it was never asked
     */
    public record Remembered(String key, String front, OptionalDouble retrievability) {
        static Remembered of(BoxCard card, CardBox box) {
            var words = card.note().question(card.key()).plainText();
            return new Remembered(
                    card.key().toString(),
                    words.length() > 120 ? words.substring(0, 120) + "…" : words,
                    box.scheduler().retrievability(card.card(), box.now().day()));
        }

        /** In percent, or that there is nothing to say yet. */
        public String words() {
            return retrievability.isPresent()
                    ? Math.round(retrievability.getAsDouble() * 100) + " %"
                    : "not asked yet";
        }
    }

    public String address(String courseId) {
        return "/courses/%s/lessons/%s#concept-%s".formatted(courseId, lesson.id(), concept.id());
    }

    /** The mean over the cards that were asked. */
    public String recall() {
        var known =
                cards.stream().flatMapToDouble(card -> card.retrievability().stream()).average();
        return known.isPresent() ? Math.round(known.getAsDouble() * 100) + " %" : "–";
    }

    public boolean isTried() {
        return mastery.answers() > 0;
    }

    public String tone() {
        return switch (mastery.level()) {
            case NOT_YET -> isTried() ? "bad" : "";
            case GETTING_THERE -> "warn";
            case HOLDS -> "good";
        };
    }
}
