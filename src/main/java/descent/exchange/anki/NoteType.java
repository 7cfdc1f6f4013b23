package descent.exchange.anki;

import descent.exchange.card.CardNote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a collection makes cards of the fields of its notes.
 *
 * @param cloze each gap of the text is a card
 * @param covered pictures with covered parts are asked, which this program does not know
 */
record NoteType(boolean cloze, boolean covered, List<String> fields, List<Template> templates) {
    /** What stands on the two sides of a card: HTML with field names in double braces. */
    record Template(String question, String answer) {
        private static final Pattern NAME = Pattern.compile("\\{\\{([^{}#^/][^{}]*)}}");

        /** Names may carry filters before them: {@code type:cloze:Text}. */
        private static Set<String> named(String side) {
            var names = new LinkedHashSet<String>();
            var found = NAME.matcher(side);
            while (found.find()) {
                var name = found.group(1);
                names.add(name.substring(name.lastIndexOf(':') + 1).strip());
            }
            return names;
        }
    }

    /**
     * The two sides of a note and whether it is asked both ways; sides are the contents of its
     * fields, one below the other.
     *
     * @param cards how many cards the note has in its collection
     */
    record Sides(CardNote.Kind kind, String front, String back) {}

    Sides sides(List<String> values, int cards) {
        var front = new ArrayList<Integer>();
        var back = new ArrayList<Integer>();
        if (cloze) {
            assign(i -> CardNote.hasGap(values.get(i)), values.size(), front, back);
        } else {
            var asked = fieldsOf(0, true);
            var answered = fieldsOf(0, false);
            assign(asked::contains, values.size(), front, back);
            if (!asked.isEmpty() && !answered.isEmpty()) {
                back.retainAll(answered);
            }
        }
        boolean reversed = !cloze && cards > 1 && !back.isEmpty() && asksBack(back);
        return new Sides(
                cloze
                        ? CardNote.Kind.CLOZE
                        : reversed ? CardNote.Kind.REVERSED : CardNote.Kind.BASIC,
                joined(front, values),
                joined(back, values));
    }

    private boolean asksBack(List<Integer> back) {
        return templates.size() > 1 && fieldsOf(1, true).contains(back.getFirst());
    }

    private static void assign(
            java.util.function.IntPredicate isFront,
            int count,
            List<Integer> front,
            List<Integer> back) {
        for (int i = 0; i < count; i++) {
            (isFront.test(i) ? front : back).add(i);
        }
        if (front.isEmpty() && count > 0) {
            front.add(back.removeFirst());
        }
    }

    private Set<Integer> fieldsOf(int template, boolean question) {
        var positions = new LinkedHashSet<Integer>();
        if (template < templates.size()) {
            var sides = templates.get(template);
            for (var name : Template.named(question ? sides.question() : sides.answer())) {
                if (fields.contains(name)) {
                    positions.add(fields.indexOf(name));
                }
            }
        }
        return positions;
    }

    private static String joined(List<Integer> positions, List<String> values) {
        return String.join(
                "<br><br>",
                positions.stream().map(values::get).filter(value -> !value.isBlank()).toList());
    }
}
