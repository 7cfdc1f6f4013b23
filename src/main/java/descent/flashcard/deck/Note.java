package descent.flashcard.deck;

import descent.exchange.card.CardNote;
import descent.shared.text.Prose;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What cards are made from. The cards of one note are siblings: the answer to one gives the others
 * away.
 *
 * @param id as in {@link CardKey#note}
 * @param content what stands on its sides
 * @param lesson id of the lesson in which it is explained; null where there is none
 * @param section of that lesson, empty where none is named
 * @param concept that it is about, empty where none is named
 */
public record Note(
        String id,
        Deck deck,
        CardNote content,
        @Nullable String lesson,
        String section,
        String concept) {
    static final String FRONT = "front";
    private static final String BACK = "back";
    static final String TERM = "term.";

    /** The id of the word of the glossary that it was made from. */
    public Optional<String> term() {
        return id.startsWith(TERM) ? Optional.of(id.substring(TERM.length())) : Optional.empty();
    }

    /** The cards that are made of it, in order. */
    public List<CardKey> cards() {
        return switch (content.kind()) {
            case BASIC -> List.of(new CardKey(id, FRONT));
            case REVERSED -> List.of(new CardKey(id, FRONT), new CardKey(id, BACK));
            case CLOZE ->
                    Gaps.of(content.front()).numbers().stream()
                            .map(number -> new CardKey(id, "c" + number))
                            .toList();
        };
    }

    /** What a card of it asks. */
    public Prose question(CardKey card) {
        return Prose.of(
                switch (content.kind()) {
                    case BASIC -> content.front();
                    case REVERSED -> card.side().equals(BACK) ? content.back() : content.front();
                    case CLOZE -> Gaps.of(content.front()).asked(gap(card));
                });
    }

    /** What is to be remembered. */
    public Prose answer(CardKey card) {
        return Prose.of(
                switch (content.kind()) {
                    case BASIC -> content.back();
                    case REVERSED -> card.side().equals(BACK) ? content.front() : content.back();
                    case CLOZE ->
                            Gaps.of(content.front()).told(gap(card)) + "\n\n" + content.back();
                });
    }

    private static int gap(CardKey card) {
        return card.side().matches("c\\d{1,3}") ? Integer.parseInt(card.side().substring(1)) : 0;
    }
}
