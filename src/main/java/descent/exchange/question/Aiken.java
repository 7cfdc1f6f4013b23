package descent.exchange.question;

import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile.LeftOut;
import descent.exchange.question.Sketch.Answer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Aiken: single choice and nothing else. A question in a line, options {@code A. …} or {@code A)
 * …}, then {@code ANSWER: A}.
 */
final class Aiken implements QuestionFormat {
    private static final Pattern OPTION = Pattern.compile("([A-Z])[.)]\\s+(.+)");
    private static final Pattern ANSWER = Pattern.compile("ANSWER:\\s*([A-Z])\\s*");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Override
    public String id() {
        return "aiken";
    }

    @Override
    public String ending() {
        return "aiken.txt";
    }

    @Override
    public String label() {
        return "Aiken";
    }

    @Override
    public QuestionFile read(byte[] file) {
        var good = new ArrayList<TravellingQuestion>();
        var leftOut = new ArrayList<LeftOut>();
        var question = new ArrayList<String>();
        var options = new ArrayList<StringBuilder>();
        int begin = 1;
        int number = 0;
        for (var line : Utf8.decode(file).lines().toList()) {
            number++;
            var answer = ANSWER.matcher(line.strip());
            var option = OPTION.matcher(line.strip());
            if (line.isBlank()) {
                continue;
            }
            if (question.isEmpty()) {
                begin = number;
            }
            if (answer.matches()) {
                question(
                        "line " + begin,
                        String.join("\n", question),
                        options,
                        answer.group(1).charAt(0) - 'A',
                        good,
                        leftOut);
                question.clear();
                options.clear();
            } else if (option.matches()
                    && !question.isEmpty()
                    && option.group(1).charAt(0) - 'A' == options.size()) {
                options.add(new StringBuilder(option.group(2)));
            } else if (options.isEmpty()) {
                question.add(line.strip());
            } else {
                options.getLast().append(' ').append(line.strip());
            }
            if (good.size() + leftOut.size() > QuestionFile.MOST_QUESTIONS) {
                throw new UnreadableFile(
                        "The file holds more than %,d questions: divide it."
                                .formatted(QuestionFile.MOST_QUESTIONS));
            }
        }
        if (!question.isEmpty()) {
            leftOut.add(
                    new LeftOut(
                            "line " + begin,
                            Sketch.start(question.getFirst()),
                            "there is no line ANSWER: after it"));
        }
        return new QuestionFile(good, leftOut);
    }

    private static void question(
            String place,
            String text,
            List<StringBuilder> options,
            int right,
            List<TravellingQuestion> good,
            List<LeftOut> leftOut) {
        var sketch = new Sketch(place, "", text);
        var answers = new ArrayList<Answer>();
        for (var option : options) {
            boolean correct = answers.size() == right;
            answers.add(new Answer(option.toString(), correct ? WHOLE : BigDecimal.ZERO, ""));
        }
        sketch.choice(answers, false);
        sketch.finish("", good, leftOut);
    }

    @Override
    public WrittenQuestions write(List<TravellingQuestion> questions) {
        var text = new StringBuilder();
        var leftOut = new ArrayList<String>();
        for (var question : questions) {
            if (!question.type().equals("single-choice")) {
                leftOut.add(question.id());
                continue;
            }
            text.append(oneLine(question.text("text"))).append('\n');
            char letter = 'A';
            char right = 'A';
            for (var option : Tree.maps(question.tree(), "options")) {
                right = Tree.flag(option, "correct") ? letter : right;
                text.append(letter++)
                        .append(". ")
                        .append(oneLine(Tree.text(option, "text")))
                        .append('\n');
            }
            text.append("ANSWER: ").append(right).append("\n\n");
        }
        return new WrittenQuestions(text.toString().getBytes(StandardCharsets.UTF_8), leftOut);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
