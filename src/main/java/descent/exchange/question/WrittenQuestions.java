package descent.exchange.question;

import java.util.List;

/**
 * A file to be given away.
 *
 * @param leftOut ids of questions of types that the format does not know
 */
public record WrittenQuestions(byte[] file, List<String> leftOut) {
    public WrittenQuestions {
        leftOut = List.copyOf(leftOut);
    }
}
