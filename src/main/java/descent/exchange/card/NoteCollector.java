package descent.exchange.card;

import descent.exchange.card.CardNote.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the notes of a file; what is no note is left out and counted by its reason. */
public final class NoteCollector {
    private final List<CardNote> notes = new ArrayList<>();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private final Map<String, Integer> countByReason = new LinkedHashMap<>();

    /**
     * @throws UnreadableFile when there are too many
     */
    public void add(Kind kind, String front, String back, List<String> tags, String deck) {
        if (notes.size() == CardFile.MOST_NOTES) {
            throw new UnreadableFile(
                    "The file holds more than %,d notes.".formatted(CardFile.MOST_NOTES));
        }
        if (front.isBlank() || (kind != Kind.CLOZE && back.isBlank())) {
            leaveOut("a side is empty");
        } else if (front.length() > CardNote.LONGEST_SIDE
                || back.length() > CardNote.LONGEST_SIDE) {
            leaveOut("a side has more than %,d characters".formatted(CardNote.LONGEST_SIDE));
        } else if (kind == Kind.CLOZE && !CardNote.hasGap(front)) {
            leaveOut("a cloze text has no gap");
        } else {
            notes.add(new CardNote(kind, front, back, tags, shortened(deck)));
        }
    }

    /** Something that does not become a note. */
    public void leaveOut(String reason) {
        countByReason.merge("Notes left out, since " + reason, 1, Integer::sum);
    }

    /** Something of a note that is lost. */
    public void lose(String what) {
        countByReason.merge(what, 1, Integer::sum);
    }

    public void picture(String sha256, byte[] bytes) {
        pictures.put(sha256, bytes);
    }

    public CardFile file() {
        return new CardFile(
                notes,
                pictures,
                countByReason.entrySet().stream()
                        .map(entry -> "%s: %,d".formatted(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static String shortened(String deck) {
        var name = deck.strip();
        return name.length() <= CardNote.LONGEST_DECK
                ? name
                : name.substring(0, name.offsetByCodePoints(0, CardNote.LONGEST_DECK / 2));
    }
}
