package descent.quiz.page;

import descent.question.drawn.Certainty;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import java.util.List;

/**
 * Where in an attempt one is.
 *
 * @param section the heading under which the question stands; empty when there is none
 * @param certainty how sure one said to be: a name, empty for nothing
 */
public record Place(
        int number,
        int of,
        int revision,
        boolean flagged,
        String section,
        String certainty,
        List<Stop> stops) {
    /** A question in the list of all. */
    public record Stop(
            int number, String section, boolean answered, boolean flagged, boolean here) {
        public String words() {
            return (answered ? "answered" : "not answered") + (flagged ? ", flagged" : "");
        }
    }

    static Place of(Attempt attempt, AttemptQuestion question, AnswerSheet sheet) {
        int number = question.number();
        var stops = stops(attempt, sheet, number);
        var entry = sheet.to(number);
        return new Place(
                number,
                stops.size(),
                entry.revision(),
                sheet.isFlagged(number),
                question.section,
                entry.certainty().map(Certainty::name).orElse(""),
                stops);
    }

    /**
     * @param here the number of the question that is shown; 0 for none
     */
    static List<Stop> stops(Attempt attempt, AnswerSheet sheet, int here) {
        return AttemptQuestion.of(attempt).stream()
                .map(question -> {
                    int number = question.number();
                    return new Stop(
                            number,
                            question.section,
                            question.isAnswered(sheet.to(number).response()),
                            sheet.isFlagged(number),
                            number == here);
                })
                .toList();
    }

    public boolean isFirst() {
        return number == 1;
    }

    public boolean isLast() {
        return number == of;
    }
}
