package descent.question.generator;

import descent.question.answer.NumberAnswer;
import java.util.Map;

/**
 * One question of a family. Texts are Markdown.
 *
 * @param note how exact the answer must be; stands below the text, whoever wrote that
 * @param values what {@code {name}} in an author's text stands for, without dollar signs
 * @param solution worked, step by step
 */
public record Variant(
        String text,
        String note,
        Map<String, String> values,
        NumberAnswer answer,
        String solution) {
    public Variant {
        values = Map.copyOf(values);
    }
}
