package descent.exchange.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes Moodle XML, all texts as Markdown, which Moodle knows. */
final class MoodleXmlWriter {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Map<String, String> TYPES =
            Map.of(
                    "single-choice", "multichoice",
                    "multiple-choice", "multichoice",
                    "true-false", "truefalse",
                    "numerical", "numerical",
                    "short-answer", "shortanswer",
                    "matching", "matching",
                    "ordering", "ordering");

    /** XML cannot say these at all. */
    private static final Pattern UNSAYABLE =
            Pattern.compile("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]");

    private final StringBuilder xml =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");

    WrittenQuestions write(List<TravellingQuestion> questions) {
        var leftOut = new ArrayList<String>();
        for (var question : questions) {
            if (TYPES.containsKey(question.type()) && Tree.travels(question.tree())) {
                question(question);
            } else {
                leftOut.add(question.id());
            }
        }
        xml.append("</quiz>\n");
        return new WrittenQuestions(xml.toString().getBytes(StandardCharsets.UTF_8), leftOut);
    }

    private void question(TravellingQuestion question) {
        var tree = question.tree();
        xml.append("  <question type=\"%s\">\n".formatted(TYPES.get(question.type())));
        text("name", "", question.id());
        text("questiontext", " format=\"markdown\"", question.text("text"));
        text("generalfeedback", " format=\"markdown\"", question.text("explanation"));
        xml.append("    <idnumber>%s</idnumber>\n".formatted(escaped(question.id())));
        switch (question.type()) {
            case "single-choice" -> options(tree, WHOLE, BigDecimal.ZERO, true);
            case "multiple-choice" -> {
                var share = Tree.share(tree);
                options(tree, share, Tree.penalty(tree) ? share.negate() : BigDecimal.ZERO, false);
            }
            case "true-false" -> {
                boolean right = Tree.flag(tree, "answer");
                var said = Tree.map(tree, "feedback");
                answer(right ? WHOLE : BigDecimal.ZERO, "true", Tree.text(said, "true"), "");
                answer(right ? BigDecimal.ZERO : WHOLE, "false", Tree.text(said, "false"), "");
            }
            case "numerical" -> {
                var said = Tree.map(tree, "feedback");
                var key = Tree.number(tree);
                answer(
                        WHOLE,
                        key.value().toPlainString(),
                        Tree.text(said, "right"),
                        "<tolerance>%s</tolerance>".formatted(key.tolerance().toPlainString()));
                answer(BigDecimal.ZERO, "*", Tree.text(said, "wrong"), "");
            }
            case "short-answer" -> {
                xml.append(
                        "    <usecase>%d</usecase>\n"
                                .formatted(Tree.flag(tree, "case-sensitive") ? 1 : 0));
                for (var answer : Tree.maps(tree, "answers")) {
                    answer(
                            Tree.number(answer, "fraction", BigDecimal.ONE).multiply(WHOLE),
                            Tree.text(answer, "text"),
                            Tree.text(answer, "feedback"),
                            "");
                }
                answer(BigDecimal.ZERO, "*", Tree.text(Tree.map(tree, "feedback"), "wrong"), "");
            }
            case "matching" -> {
                Tree.maps(tree, "pairs")
                        .forEach(pair -> pair(Tree.text(pair, "left"), Tree.text(pair, "right")));
                if (tree.get("extra") instanceof List<?> extra) {
                    extra.forEach(right -> pair("", String.valueOf(right)));
                }
            }
            default -> {
                var said = Tree.map(tree, "feedback");
                text("correctfeedback", " format=\"markdown\"", Tree.text(said, "right"));
                text("incorrectfeedback", " format=\"markdown\"", Tree.text(said, "wrong"));
                for (var item : Tree.maps(tree, "items")) {
                    answer(WHOLE, Tree.text(item, "text"), "", "");
                }
            }
        }
        if (tree.get("hints") instanceof List<?> hints) {
            hints.forEach(hint -> text("hint", " format=\"markdown\"", String.valueOf(hint)));
        }
        xml.append("    <tags>\n");
        for (var field : Sketch.TOPIC) {
            if (!question.text(field).isEmpty()) {
                text("tag", "", field + ":" + question.text(field));
            }
        }
        xml.append("    </tags>\n  </question>\n");
    }

    private void options(Map<?, ?> tree, BigDecimal ifRight, BigDecimal ifWrong, boolean single) {
        xml.append(
                "    <single>%s</single>\n    <shuffleanswers>1</shuffleanswers>\n"
                        .formatted(single));
        for (var option : Tree.maps(tree, "options")) {
            answer(
                    Tree.flag(option, "correct") ? ifRight : ifWrong,
                    Tree.text(option, "text"),
                    Tree.text(option, "feedback"),
                    "");
        }
    }

    private void answer(BigDecimal percent, String text, String feedback, String more) {
        xml.append(
                "    <answer fraction=\"%s\" format=\"markdown\">\n      <text>%s</text>\n"
                        .formatted(
                                percent.setScale(5, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                escaped(text)));
        xml.append(
                "      <feedback format=\"markdown\"><text>%s</text></feedback>%s\n    </answer>\n"
                        .formatted(escaped(feedback), more));
    }

    private void pair(String left, String right) {
        xml.append(
                "    <subquestion format=\"markdown\"><text>%s</text><answer format=\"markdown\"><text>%s</text></answer></subquestion>\n"
                        .formatted(escaped(left), escaped(right)));
    }

    private void text(String element, String attributes, String text) {
        xml.append(
                "    <%s%s><text>%s</text></%s>\n"
                        .formatted(element, attributes, escaped(text), element));
    }

    private static String escaped(String text) {
        return UNSAYABLE
                .matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
