package descent.exchange.question;

import descent.exchange.question.QuestionFile.LeftOut;
import descent.question.QuestionReader;
import descent.question.QuestionReader.UnreadableQuestion;
import descent.question.tree.Trees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question while it is read: what our format asks for and the file lacks is made up, and said.
 */
final class Sketch {
    static final String RIGHT = "Right.";
    static final String WRONG = "Not this one.";
    static final List<String> TOPIC = List.of("concept", "section", "difficulty");
    private static final Map<String, Object> ANY_TOPIC =
            Map.of("concept", "any", "section", "any", "difficulty", "medium");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final String place;
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** What may be chosen or written, and what percentage of the mark it brings. */
    record Answer(String text, BigDecimal percent, String feedback) {
        boolean isRight() {
            return percent.signum() > 0;
        }
    }

    /** A number that is right. */
    record Number(BigDecimal value, BigDecimal tolerance) {
        static Number between(BigDecimal low, BigDecimal high) {
            return new Number(
                    low.add(high).divide(BigDecimal.TWO),
                    high.subtract(low).divide(BigDecimal.TWO));
        }
    }

    /** What belongs together. */
    record Pair(String left, String right) {}

    Sketch(String place, String id, String text) {
        this.place = place;
        tree.put("id", id.isEmpty() ? Ids.of(text) : id);
        tree.put("type", "");
        tree.put("text", text.strip());
    }

    void put(String field, Object value) {
        tree.put(field, value);
    }

    void remark(String words) {
        remarks.add(words);
    }

    /** From tags such as "concept:momentum". */
    void topic(List<String> tags) {
        for (var field : TOPIC) {
            tags.stream()
                    .filter(tag -> tag.startsWith(field + ":"))
                    .map(tag -> tag.substring(field.length() + 1))
                    .filter(value -> value.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                    .findFirst()
                    .ifPresent(value -> tree.put(field, value));
        }
    }

    void choice(List<Answer> answers, boolean several) {
        boolean partly =
                answers.stream().anyMatch(a -> a.isRight() && a.percent().compareTo(WHOLE) != 0);
        boolean one = answers.stream().filter(Answer::isRight).count() == 1 && !several;
        tree.put("type", one ? "single-choice" : "multiple-choice");
        if (partly && !several) {
            remark("An option was worth a part of the mark; now any number can be chosen.");
        }
        var options = new ArrayList<Map<String, Object>>();
        for (var answer : answers) {
            var option = new LinkedHashMap<String, Object>();
            option.put("id", String.valueOf((char) ('a' + options.size() % 26)));
            option.put("text", answer.text().strip());
            if (answer.isRight()) {
                option.put("correct", true);
            }
            option.put("feedback", said(answer.feedback(), answer.isRight() ? RIGHT : WRONG));
            options.add(option);
        }
        tree.put("options", options);
    }

    void trueFalse(boolean right, String ifTrue, String ifFalse) {
        tree.put("type", "true-false");
        tree.put("answer", right);
        var feedback = new LinkedHashMap<String, Object>();
        feedback.put("true", said(ifTrue, right ? RIGHT : WRONG));
        feedback.put("false", said(ifFalse, right ? WRONG : RIGHT));
        tree.put("feedback", feedback);
    }

    void numerical(Number right, String ifRight, String ifWrong) {
        tree.put("type", "numerical");
        tree.put("answer", right.value());
        if (right.tolerance().signum() > 0) {
            tree.put("tolerance", Map.of("absolute", right.tolerance()));
        }
        var feedback = new LinkedHashMap<String, Object>();
        feedback.put("right", said(ifRight, RIGHT));
        feedback.put("wrong", said(ifWrong, WRONG));
        tree.put("feedback", feedback);
    }

    void shortAnswer(List<Answer> answers, boolean caseSensitive, String ifWrong) {
        tree.put("type", "short-answer");
        var accepted = new ArrayList<Map<String, Object>>();
        for (var answer : answers) {
            var one = new LinkedHashMap<String, Object>();
            one.put("text", answer.text().strip());
            if (answer.percent().compareTo(WHOLE) != 0) {
                var percent = answer.percent().max(BigDecimal.ZERO);
                one.put("fraction", percent.divide(WHOLE).stripTrailingZeros());
            }
            one.put("feedback", said(answer.feedback(), answer.isRight() ? RIGHT : WRONG));
            accepted.add(one);
        }
        tree.put("answers", accepted);
        if (caseSensitive) {
            tree.put("case-sensitive", true);
        }
        tree.put("feedback", Map.of("wrong", said(ifWrong, WRONG)));
    }

    void matching(List<Pair> pairs) {
        tree.put("type", "matching");
        var belonging = new ArrayList<Map<String, Object>>();
        var extra = new ArrayList<String>();
        for (var pair : pairs) {
            if (pair.left().isBlank()) {
                extra.add(pair.right().strip());
                continue;
            }
            var one = new LinkedHashMap<String, Object>();
            one.put("id", String.valueOf((char) ('a' + belonging.size() % 26)));
            one.put("left", pair.left().strip());
            one.put("right", pair.right().strip());
            one.put("feedback", pair.left().strip() + ": " + pair.right().strip());
            belonging.add(one);
        }
        tree.put("pairs", belonging);
        if (!extra.isEmpty()) {
            tree.put("extra", extra);
        }
    }

    void ordering(List<String> texts, String ifRight, String ifWrong) {
        tree.put("type", "ordering");
        var items = new ArrayList<Map<String, Object>>();
        for (var text : texts) {
            var item = new LinkedHashMap<String, Object>();
            item.put("id", String.valueOf((char) ('a' + items.size() % 26)));
            item.put("text", text.strip());
            items.add(item);
        }
        tree.put("items", items);
        var feedback = new LinkedHashMap<String, Object>();
        feedback.put("right", said(ifRight, RIGHT));
        feedback.put("wrong", said(ifWrong, WRONG));
        tree.put("feedback", feedback);
    }

    /** Adds it to what was understood, or says why it is not understood. */
    void finish(String explanation, List<TravellingQuestion> good, List<LeftOut> leftOut) {
        if (explanation.isBlank()) {
            remark("It has no explanation: write a better one than \"" + RIGHT + "\".");
        }
        tree.put("explanation", said(explanation, RIGHT));
        var whole = new LinkedHashMap<>(ANY_TOPIC);
        whole.putAll(tree);
        try {
            QuestionReader.read(whole);
            good.add(new TravellingQuestion(place, tree, remarks));
        } catch (UnreadableQuestion | IllegalArgumentException e) {
            leftOut.add(
                    new LeftOut(
                            place, start(Tree.text(tree, "text")), String.valueOf(e.getMessage())));
        }
    }

    /**
     * @throws NumberFormatException for what is none, or has more digits than a question may
     */
    static BigDecimal number(String text) {
        var number = Trees.number(text);
        if (number == null) {
            throw new NumberFormatException("no number");
        }
        return number;
    }

    static String start(String text) {
        var line = text.strip().lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, line.offsetByCodePoints(0, 60)) + "…" : line;
    }

    private static String said(String words, String otherwise) {
        return words.isBlank() ? otherwise : words.strip();
    }
}
