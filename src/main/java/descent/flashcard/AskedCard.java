package descent.flashcard;

import descent.flashcard.deck.CardKey;
import descent.flashcard.deck.Deck;
import descent.shared.text.Html;
import java.util.List;
import java.util.UUID;

/**
 * A card as it is asked.
 *
 * @param review a number for the rating that will be sent: sent twice, it counts once
 * @param seen how many reviews it had so far
 * @param explained the address of the section that explains it; empty where there is none
 * @param sound the address of how the question sounds; empty where there is no sound
 * @param state a word about it: "New", "Learning", "Review", "Called for"
 */
public record AskedCard(
        CardKey key,
        Deck deck,
        UUID review,
        int seen,
        String state,
        boolean leech,
        Html question,
        Html answer,
        String explained,
        String sound,
        List<Button> buttons) {
    /**
     * One of the four.
     *
     * @param interval until the card would come back
     */
    public record Button(int grade, String label, String interval) {}
}
