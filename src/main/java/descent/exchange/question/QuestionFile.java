package descent.exchange.question;

import java.util.List;

/** What was understood of a file, in its order, and what was not. */
public record QuestionFile(List<TravellingQuestion> questions, List<LeftOut> leftOut) {
    /** The questions that one file may hold. */
    public static final int MOST_QUESTIONS = 10_000;

    /**
     * Something that does not come in.
     *
     * @param what its beginning
     */
    public record LeftOut(String place, String what, String reason) {}

    public QuestionFile {
        questions = List.copyOf(questions);
        leftOut = List.copyOf(leftOut);
    }
}
