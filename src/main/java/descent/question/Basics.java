package descent.question;

import descent.question.drawn.Topic;
import descent.question.tree.Fields;
import java.util.List;

/**
 * What every question has.
 *
 * @param text what is asked, Markdown
 * @param explanation shown with the right answer, Markdown
 * @param hints Markdown, the first to be given first; in practice only
 */
public record Basics(String id, Topic topic, String text, String explanation, List<String> hints) {
    public Basics {
        hints = List.copyOf(hints);
    }

    static Basics read(Fields fields) {
        return read(fields, fields.text("text"), fields.text("explanation"));
    }

    /** Of a generated question: it brings its own text and explanation. */
    static Basics readWithoutTexts(Fields fields) {
        return read(fields, fields.textOr("text", ""), fields.textOr("explanation", ""));
    }

    private static Basics read(Fields fields, String text, String explanation) {
        var topic =
                new Topic(
                        fields.id("concept"),
                        fields.id("section"),
                        fields.oneOf("difficulty", Topic.Difficulty.class),
                        fields.textsOrNone("cards"));
        return new Basics(fields.id("id"), topic, text, explanation, fields.textsOrNone("hints"));
    }
}
