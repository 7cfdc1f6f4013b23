package descent.editor.card;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.editor.card.CardPlan.Kind;
import descent.editor.card.CardPlan.Row;
import descent.exchange.card.CardFile;
import descent.exchange.card.CardNote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Notes of a file, one after the other, beside the cards of a course: a card is what it asks. */
final class CardComparison {
    private static final int LONGEST_ID = 50;

    private final Map<String, Map<String, Object>> cardByFront = new HashMap<>();
    private final Map<String, String> otherLessonByFront = new HashMap<>();
    private final Set<String> ids;
    private final Set<String> seen = new HashSet<>();
    private int number;

    /**
     * @param cards of the lesson as its author has them, by id
     */
    CardComparison(Course course, Lesson lesson, Map<String, Map<String, Object>> cards) {
        this.ids = new HashSet<>(cards.keySet());
        cards.values().forEach(card -> cardByFront.put(side(card, "front"), card));
        for (var other : course.lessons()) {
            for (var card : other.cards()) {
                ids.add(card.id());
                if (!other.id().equals(lesson.id())) {
                    otherLessonByFront.put(card.front().source().strip(), other.title());
                }
            }
        }
    }

    Row row(CardNote note) {
        var front = note.front().strip();
        var why = whyLeftOut(note, front);
        var there = cardByFront.get(front);
        if (!why.isEmpty()) {
            return new Row(number++, note, Kind.LEFT_OUT, "", why);
        }
        if (there == null) {
            return new Row(number++, note, Kind.NEW, freeId(front), "");
        }
        var kind = says(there, note) ? Kind.SAME : Kind.CHANGED;
        return new Row(number++, note, kind, side(there, "id"), "");
    }

    private String whyLeftOut(CardNote note, String front) {
        var other = otherLessonByFront.get(front);
        if (!seen.add(front)) {
            return "It asks the same as a note before it.";
        } else if ((front + note.back()).contains(CardFile.PICTURE)) {
            return "It has a picture: put that into the lesson as a figure.";
        } else if (other != null && !cardByFront.containsKey(front)) {
            return "The lesson \"%s\" asks the same.".formatted(other);
        }
        return "";
    }

    private static boolean says(Map<String, Object> card, CardNote note) {
        return side(card, "back").equals(note.back().strip())
                && side(card, "kind").equals(note.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String side(Map<String, Object> card, String name) {
        return String.valueOf(card.getOrDefault(name, "")).strip();
    }

    /** Of the words of what is asked. */
    private String freeId(String front) {
        var words =
                front.toLowerCase(Locale.ROOT)
                        .replaceAll("\\{\\{c\\d+::", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+", "");
        var id =
                "card-"
                        + words.substring(0, Math.min(words.length(), LONGEST_ID))
                                .replaceAll("-+$", "");
        var free = id.equals("card-") ? "card" : id;
        for (int n = 2; !ids.add(free); n++) {
            free = id.replaceAll("-$", "") + "-" + n;
        }
        return free;
    }
}
