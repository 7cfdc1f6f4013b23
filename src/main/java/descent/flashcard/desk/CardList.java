package descent.flashcard.desk;

import descent.flashcard.IntervalWords;
import descent.flashcard.deck.Deck;
import descent.flashcard.scheduling.Card;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The cards of a box that fit a search, a page of them.
 *
 * @param found how many fit
 * @param page from 0
 */
public record CardList(
        Search search, List<Row> rows, int found, int page, List<Deck> decks, List<String> tags) {
    static final int SIZE = 50;
    private static final List<String> STATES =
            List.of("new", "learning", "young", "mature", "due", "suspended", "leech");

    /**
     * What is looked for; empty fields fit all.
     *
     * @param state one of {@link #STATES}
     */
    public record Search(String q, String deck, String tag, String state) {
        boolean fits(BoxCard card, CardBox box) {
            return (deck.isEmpty() || card.note().deck().id().equals(deck))
                    && (tag.isEmpty() || card.note().content().tags().contains(tag))
                    && contains(card)
                    && state(card, box);
        }

        private boolean contains(BoxCard card) {
            var wanted = q.strip().toLowerCase(Locale.ROOT);
            var content = card.note().content();
            return wanted.isEmpty()
                    || (content.front() + "\n" + content.back())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted);
        }

        private boolean state(BoxCard card, CardBox box) {
            Predicate<BoxCard> wanted =
                    switch (state) {
                        case "new" -> each -> each.card().state() == Card.State.NEW;
                        case "learning" -> each -> each.card().isInSteps();
                        case "young" -> each -> isLearned(each) && !isMature(each);
                        case "mature" -> each -> isLearned(each) && isMature(each);
                        case "due" ->
                                each ->
                                        each.card().state() != Card.State.NEW
                                                && each.card().due().reached(box.now());
                        case "suspended" -> BoxCard::suspended;
                        case "leech" -> each -> each.card().isLeech();
                        default -> _ -> true;
                    };
            return wanted.test(card);
        }

        private static boolean isLearned(BoxCard card) {
            return card.card().state() == Card.State.REVIEW;
        }

        private static boolean isMature(BoxCard card) {
            return card.card().intervalDays() >= Card.MATURE_DAYS;
        }
    }

    /** A card in the list. */
    public record Row(
            String key,
            String front,
            Deck deck,
            String state,
            String due,
            int reviews,
            boolean leech) {}

    static CardList of(CardBox box, Search search, int page) {
        var found = box.cards().stream().filter(card -> search.fits(card, box)).toList();
        return new CardList(
                search,
                found.stream()
                        .skip((long) page * SIZE)
                        .limit(SIZE)
                        .map(card -> row(card, box))
                        .toList(),
                found.size(),
                page,
                box.cards().stream().map(card -> card.note().deck()).distinct().toList(),
                box.cards().stream()
                        .flatMap(card -> card.note().content().tags().stream())
                        .distinct()
                        .sorted()
                        .limit(200)
                        .toList());
    }

    private static Row row(BoxCard card, CardBox box) {
        return new Row(
                card.key().toString(),
                words(card),
                card.note().deck(),
                state(card),
                due(card, box),
                card.card().reviews(),
                card.card().isLeech());
    }

    static String words(BoxCard card) {
        var words = card.note().question(card.key()).plainText().replace('\n', ' ');
        return words.length() > 140 ? words.substring(0, 140) + "…" : words;
    }

    static String state(BoxCard card) {
        if (card.suspended()) {
            return "laid aside";
        }
        return switch (card.card().state()) {
            case NEW -> "new";
            case LEARNING -> "learning";
            case RELEARNING -> "learning again";
            case REVIEW -> card.card().intervalDays() >= Card.MATURE_DAYS ? "mature" : "young";
        };
    }

    static String due(BoxCard card, CardBox box) {
        if (card.suspended() || card.card().state() == Card.State.NEW && !card.card().called()) {
            return "–";
        }
        return card.card().due().reached(box.now())
                ? "now"
                : "in " + IntervalWords.until(card.card().due(), box.now());
    }

    /** By which one may filter. */
    public List<String> states() {
        return STATES;
    }

    public boolean hasMore() {
        return (page + 1) * SIZE < found;
    }
}
