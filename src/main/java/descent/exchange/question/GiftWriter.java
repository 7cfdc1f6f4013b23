package descent.exchange.question;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes GIFT: ids and topics stand in remarks, where Moodle looks for them too. */
final class GiftWriter {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private GiftWriter() {}

    static WrittenQuestions write(List<TravellingQuestion> questions) {
        var file = new StringBuilder();
        var leftOut = new ArrayList<String>();
        for (var question : questions) {
            var answers = answers(question);
            if (answers.isEmpty()) {
                leftOut.add(question.id());
                continue;
            }
            file.append("// [id:").append(question.id()).append(']');
            for (var field : Sketch.TOPIC) {
                if (!question.text(field).isEmpty()) {
                    file.append(" [tag:%s:%s]".formatted(field, question.text(field)));
                }
            }
            file.append("\n::")
                    .append(escaped(question.id()))
                    .append("::[markdown]")
                    .append(escaped(question.text("text")))
                    .append(" {")
                    .append(answers)
                    .append("\n####")
                    .append(escaped(question.text("explanation")))
                    .append("\n}\n\n");
        }
        return new WrittenQuestions(file.toString().getBytes(StandardCharsets.UTF_8), leftOut);
    }

    /** Empty where the format has no such question. */
    private static String answers(TravellingQuestion question) {
        var tree = question.tree();
        if (!Tree.travels(tree) || Tree.flag(tree, "case-sensitive")) {
            return "";
        }
        return switch (question.type()) {
            case "single-choice" -> options(tree, WHOLE, BigDecimal.ZERO, false);
            case "multiple-choice" -> severalOptions(tree);
            case "true-false" -> trueFalse(tree);
            case "numerical" -> numerical(tree);
            case "short-answer" -> shortAnswer(tree);
            case "matching" -> matching(tree);
            default -> "";
        };
    }

    private static String severalOptions(Map<?, ?> tree) {
        var share = Tree.share(tree);
        return options(tree, share, Tree.penalty(tree) ? share.negate() : BigDecimal.ZERO, true);
    }

    private static String options(
            Map<?, ?> tree, BigDecimal ifRight, BigDecimal ifWrong, boolean several) {
        var lines = new StringBuilder();
        for (var option : Tree.maps(tree, "options")) {
            boolean right = Tree.flag(option, "correct");
            var percent = right ? ifRight : ifWrong;
            lines.append(right && !several ? "\n=" : "\n~");
            if (several && percent.signum() != 0) {
                lines.append('%').append(percent(percent)).append('%');
            }
            lines.append(escaped(Tree.text(option, "text")))
                    .append('#')
                    .append(escaped(Tree.text(option, "feedback")));
        }
        return lines.toString();
    }

    private static String trueFalse(Map<?, ?> tree) {
        boolean right = Tree.flag(tree, "answer");
        var said = Tree.map(tree, "feedback");
        return "%s#%s#%s"
                .formatted(
                        right ? "TRUE" : "FALSE",
                        escaped(Tree.text(said, String.valueOf(!right))),
                        escaped(Tree.text(said, String.valueOf(right))));
    }

    private static String numerical(Map<?, ?> tree) {
        var said = Tree.map(tree, "feedback");
        return "#\n=%s#%s\n~#%s"
                .formatted(
                        accepted(tree),
                        escaped(Tree.text(said, "right")),
                        escaped(Tree.text(said, "wrong")));
    }

    private static String accepted(Map<?, ?> tree) {
        var key = Tree.number(tree);
        return key.value().toPlainString() + ":" + key.tolerance().toPlainString();
    }

    private static String shortAnswer(Map<?, ?> tree) {
        var lines = new StringBuilder();
        for (var answer : Tree.maps(tree, "answers")) {
            var percent = Tree.number(answer, "fraction", BigDecimal.ONE).multiply(WHOLE);
            lines.append("\n=");
            if (percent.compareTo(WHOLE) != 0) {
                lines.append('%').append(percent(percent)).append('%');
            }
            lines.append(escaped(Tree.text(answer, "text")))
                    .append('#')
                    .append(escaped(Tree.text(answer, "feedback")));
        }
        return lines.append("\n=%0%*#")
                .append(escaped(Tree.text(Tree.map(tree, "feedback"), "wrong")))
                .toString();
    }

    private static String matching(Map<?, ?> tree) {
        var lines = new StringBuilder();
        for (var pair : Tree.maps(tree, "pairs")) {
            lines.append("\n=")
                    .append(escaped(Tree.text(pair, "left")))
                    .append(" -> ")
                    .append(escaped(Tree.text(pair, "right")));
        }
        if (tree.get("extra") instanceof List<?> extra) {
            extra.forEach(text -> lines.append("\n= -> ").append(escaped(String.valueOf(text))));
        }
        return lines.toString();
    }

    private static String percent(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            escaped.append(GiftReader.ESCAPES.getOrDefault(c, String.valueOf(c)));
        }
        return escaped.toString();
    }
}
