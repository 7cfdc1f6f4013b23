package descent.exchange.question;

import descent.exchange.anki.FieldText;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile.LeftOut;
import descent.exchange.question.Sketch.Answer;
import descent.exchange.question.Sketch.Number;
import descent.exchange.question.Sketch.Pair;
import descent.question.tree.Trees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads GIFT: questions with blank lines between them, answers in braces. While a question is taken
 * apart, characters that a backslash protects stand as private ones.
 */
final class GiftReader {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LONGEST = 100_000;
    private static final int PRIVATE = 0xe100;
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\~=#{}:n])");
    private static final Pattern PRIVATE_ONES = Pattern.compile("[\\ue100-\\ue1ff]");
    private static final Pattern LABEL = Pattern.compile("\\[(id|tag):([^\\]\\n]{1,200})]");
    private static final Pattern TITLE = Pattern.compile("\\A\\s*::(.*?)::", Pattern.DOTALL);
    private static final Pattern FORMAT =
            Pattern.compile("\\A\\s*\\[(html|moodle|plain|markdown)]");
    private static final Pattern PERCENT = Pattern.compile("\\A%(-?[0-9]{1,3}(?:\\.[0-9]{1,8})?)%");
    private static final Pattern TRUE_FALSE = Pattern.compile("(?s)\\s*(TRUE|T|FALSE|F)\\s*(#.*)?");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

    private final List<TravellingQuestion> good = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** A question that is not understood, and why. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood(String reason) {
            super(reason);
        }
    }

    QuestionFile read(String text) {
        var block = new StringBuilder();
        int begin = 0;
        int number = 0;
        for (var line : (text + "\n\n").lines().toList()) {
            number++;
            if (!line.isBlank()) {
                begin = block.isEmpty() ? number : begin;
                block.append(line).append('\n');
            } else if (!block.isEmpty()) {
                block("line " + begin, block.toString());
                block.setLength(0);
            }
        }
        if (!block.isEmpty()) {
            block("line " + begin, block.toString());
        }
        return new QuestionFile(good, leftOut);
    }

    private void block(String place, String block) {
        var comments = new StringBuilder();
        var rest = new StringBuilder();
        for (var line : block.lines().toList()) {
            if (line.strip().startsWith("//")) {
                comments.append(line).append('\n');
            } else if (!line.startsWith("$CATEGORY:")) {
                rest.append(line).append('\n');
            }
        }
        if (rest.toString().isBlank()) {
            return;
        }
        if (good.size() + leftOut.size() >= QuestionFile.MOST_QUESTIONS) {
            throw new UnreadableFile(
                    "The file holds more than %,d questions: divide it."
                            .formatted(QuestionFile.MOST_QUESTIONS));
        }
        try {
            if (rest.length() > LONGEST) {
                throw new NotUnderstood("it is longer than %,d characters".formatted(LONGEST));
            }
            question(place, comments.toString(), protect(rest.toString()));
        } catch (NotUnderstood e) {
            leftOut.add(
                    new LeftOut(
                            place, Sketch.start(rest.toString()), String.valueOf(e.getMessage())));
        }
    }

    private void question(String place, String comments, String block) {
        var title = TITLE.matcher(block);
        boolean named = title.find();
        var body = named ? block.substring(title.end()) : block;
        int open = body.indexOf('{');
        if (open < 0) {
            throw new NotUnderstood("it has no answers in braces: a description, not a question");
        }
        int close = body.indexOf('}', open);
        if (close < 0) {
            throw new NotUnderstood("the brace of its answers is never closed");
        }
        if (body.indexOf('{', close) >= 0) {
            throw new NotUnderstood("it has answers in two places");
        }
        var before = body.substring(0, open);
        var format = FORMAT.matcher(before);
        boolean marked = format.find();
        boolean html = marked && format.group(1).equals("html");
        var tail = body.substring(close + 1).strip();
        var asked =
                (marked ? before.substring(format.end()) : before).strip()
                        + (tail.isEmpty() ? "" : " _____ " + tail);
        var answers = body.substring(open + 1, close);
        int general = answers.indexOf("####");
        var explanation = general < 0 ? "" : answers.substring(general + 4);
        answers = (general < 0 ? answers : answers.substring(0, general)).strip();

        var ids = labels(comments, "id");
        var id =
                !ids.isEmpty()
                        ? Ids.named(ids.getFirst())
                        : named && !title.group(1).isBlank()
                                ? Ids.named(plain(title.group(1)))
                                : "";
        var sketch = new Sketch(place, id, text(asked, html));
        sketch.topic(labels(comments, "tag"));
        answers(sketch, answers, html);
        sketch.finish(text(explanation, html), good, leftOut);
    }

    private static List<String> labels(String comments, String kind) {
        return LABEL.matcher(comments)
                .results()
                .filter(found -> found.group(1).equals(kind))
                .map(found -> found.group(2))
                .toList();
    }

    private void answers(Sketch sketch, String answers, boolean html) {
        var trueFalse = TRUE_FALSE.matcher(answers);
        if (answers.isEmpty()) {
            throw new NotUnderstood("it asks for an essay: that needs a rubric, write it here");
        } else if (trueFalse.matches()) {
            boolean right = trueFalse.group(1).startsWith("T");
            var said = (trueFalse.group(2) == null ? "" : trueFalse.group(2)).split("#", -1);
            var wrong = said.length > 1 ? text(said[1], html) : "";
            var good = said.length > 2 ? text(said[2], html) : "";
            sketch.trueFalse(right, right ? good : wrong, right ? wrong : good);
        } else if (answers.startsWith("#")) {
            numerical(sketch, answers.substring(1).strip(), html);
        } else if (answers.startsWith("=") && answers.contains("->")) {
            sketch.matching(pieces(answers).stream().map(piece -> pair(piece, html)).toList());
        } else if (answers.contains("~")) {
            choice(sketch, answers, html);
        } else if (answers.startsWith("=")) {
            shortAnswer(sketch, answers, html);
        } else {
            throw new NotUnderstood("its answers begin with none of = ~ # T F");
        }
    }

    private static void choice(Sketch sketch, String answers, boolean html) {
        var options = pieces(answers).stream().map(piece -> answer(piece, html)).toList();
        boolean several = answers.charAt(0) != '=' && !answers.contains("=");
        if (several && options.stream().anyMatch(option -> option.percent().signum() < 0)) {
            sketch.put("scoring", "proportional-with-penalty");
        }
        sketch.choice(options, several);
    }

    private static void shortAnswer(Sketch sketch, String answers, boolean html) {
        var wrong = "";
        var accepted = new ArrayList<Answer>();
        for (var piece : pieces(answers)) {
            var answer = answer(piece, html);
            if (!answer.isRight() && answer.text().equals("*")) {
                wrong = answer.feedback();
            } else {
                accepted.add(answer);
            }
        }
        sketch.shortAnswer(accepted, false, wrong);
    }

    private static void numerical(Sketch sketch, String answers, boolean html) {
        var pieces =
                answers.startsWith("=") || answers.startsWith("~")
                        ? pieces(answers)
                        : List.of("=" + answers);
        Number right = null;
        var ifRight = "";
        var ifWrong = "";
        for (var piece : pieces) {
            var answer = answer(piece, html);
            if (piece.startsWith("~") || answer.percent().signum() <= 0) {
                ifWrong = answer.feedback();
            } else if (right == null && answer.percent().compareTo(WHOLE) == 0) {
                right = number(answer.text());
                ifRight = answer.feedback();
            } else {
                sketch.remark(
                        "Another number that was right, or nearly, is lost: " + answer.text());
            }
        }
        if (right == null) {
            throw new NotUnderstood("no number is wholly right");
        }
        sketch.numerical(right, ifRight, ifWrong);
    }

    private static Number number(String text) {
        int dots = text.indexOf("..");
        if (dots > 0) {
            return Number.between(
                    decimal(text.substring(0, dots)), decimal(text.substring(dots + 2)));
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new Number(decimal(text), BigDecimal.ZERO)
                : new Number(decimal(text.substring(0, colon)), decimal(text.substring(colon + 1)));
    }

    private static BigDecimal decimal(String text) {
        var number = Trees.number(text.strip());
        if (number == null) {
            throw new NotUnderstood(
                    "\"%s\" is no number".formatted(Sketch.start(plain(text.strip()))));
        }
        return number;
    }

    private static Pair pair(String piece, boolean html) {
        int arrow = piece.indexOf("->");
        if (arrow < 0) {
            throw new NotUnderstood("one of its pairs has no arrow");
        }
        var right = piece.substring(arrow + 2);
        int said = right.indexOf('#');
        return new Pair(
                text(piece.substring(1, arrow), html),
                text(said < 0 ? right : right.substring(0, said), html));
    }

    /** The answers, each with its = or ~. */
    private static List<String> pieces(String answers) {
        var pieces = new ArrayList<String>();
        int begin = 0;
        for (int i = 1; i <= answers.length(); i++) {
            if (i == answers.length() || answers.charAt(i) == '=' || answers.charAt(i) == '~') {
                pieces.add(answers.substring(begin, i));
                begin = i;
            }
        }
        return pieces;
    }

    private static Answer answer(String piece, boolean html) {
        var rest = piece.substring(1).strip();
        var percent = PERCENT.matcher(rest);
        var worth = piece.startsWith("=") ? WHOLE : BigDecimal.ZERO;
        if (percent.find()) {
            worth = new BigDecimal(percent.group(1));
            rest = rest.substring(percent.end());
        }
        int said = rest.indexOf('#');
        return new Answer(
                text(said < 0 ? rest : rest.substring(0, said), html),
                worth,
                said < 0 ? "" : text(rest.substring(said + 1), html));
    }

    private static String protect(String text) {
        return ESCAPED.matcher(PRIVATE_ONES.matcher(text).replaceAll(""))
                .replaceAll(found -> String.valueOf((char) (PRIVATE + found.group(1).charAt(0))));
    }

    private static String plain(String text) {
        return PRIVATE_ONES
                .matcher(text)
                .replaceAll(found -> {
                    char c = (char) (found.group().charAt(0) - PRIVATE);
                    return java.util.regex.Matcher.quoteReplacement(
                            c == 'n' ? "\n" : String.valueOf(c));
                });
    }

    private static String text(String text, boolean html) {
        var plain = plain(text.strip());
        return html || TAG.matcher(plain).find() ? FieldText.of(plain, _ -> "", () -> {}) : plain;
    }

    static final Map<Character, String> ESCAPES =
            Map.of(
                    '\\', "\\\\", '~', "\\~", '=', "\\=", '#', "\\#", '{', "\\{", '}', "\\}", ':',
                    "\\:", '\n', "\\n");
}
