package descent.question.answer;

import java.util.List;

/**
 * What counts as an answer to one input. Part of the key: it never goes to a browser before a
 * review policy says so.
 */
public sealed interface Answer
        permits ChoiceAnswer,
                NumberAnswer,
                TextAnswer,
                FormulaAnswer,
                OrderAnswer,
                WrittenAnswer,
                RunAnswer {
    /**
     * Judges what was given. The input itself has been checked before: options are the question's
     * own, and something was given.
     */
    Verdict judge(List<String> given);

    /** A response that is worth 1, as it would be given; empty when nobody knows one. */
    List<String> model();

    /** All that may be said about single options, for the review after the test; mostly empty. */
    default List<Remark> remarks() {
        return List.of();
    }
}
