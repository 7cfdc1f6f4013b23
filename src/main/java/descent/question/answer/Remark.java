package descent.question.answer;

/**
 * A sentence of feedback.
 *
 * @param about the option it speaks of, or empty when it speaks of the answer
 * @param text Markdown
 */
public record Remark(String about, String text) {}
