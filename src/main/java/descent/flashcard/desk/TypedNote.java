package descent.flashcard.desk;

import descent.exchange.card.CardNote;
import descent.exchange.card.CardNote.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A note as it was typed into the form. */
public record TypedNote(String kind, String front, String back, String deck, String tags) {
    static final TypedNote EMPTY = new TypedNote("basic", "", "", "", "");

    static TypedNote of(CardNote note) {
        return new TypedNote(
                note.kind().name().toLowerCase(Locale.ROOT),
                note.front(),
                note.back(),
                note.deck(),
                String.join(" ", note.tags()));
    }

    /** What is wrong, by the field; empty when nothing is. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (Arrays.stream(Kind.values()).noneMatch(each -> each.name().equalsIgnoreCase(kind))) {
            errors.put("kind", "A card is basic, reversed or cloze.");
        }
        if (front.isBlank()) {
            errors.put("front", "What is asked?");
        } else if (kind.equals("cloze") && !CardNote.hasGap(front)) {
            errors.put("front", "A cloze text has a gap like {{c1::hidden}}.");
        }
        if (back.isBlank() && !kind.equals("cloze")) {
            errors.put("back", "What is to be remembered?");
        }
        limit(errors, "front", front, CardNote.LONGEST_SIDE);
        limit(errors, "back", back, CardNote.LONGEST_SIDE);
        limit(errors, "deck", deck, CardNote.LONGEST_DECK);
        if (CardNote.tags(tags).size() != words(tags)) {
            errors.put(
                    "tags",
                    "Up to %d different tags of at most %d characters, with spaces between."
                            .formatted(CardNote.MOST_TAGS, CardNote.LONGEST_TAG));
        }
        return errors;
    }

    private static void limit(Map<String, String> errors, String field, String text, int longest) {
        if (text.strip().length() > longest) {
            errors.put(
                    field,
                    "At most %,d characters, not %,d.".formatted(longest, text.strip().length()));
        }
    }

    private static long words(String tags) {
        return Arrays.stream(tags.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .count();
    }

    CardNote note() {
        return new CardNote(
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                front.strip(),
                back.strip(),
                CardNote.tags(tags),
                deck.strip());
    }
}
