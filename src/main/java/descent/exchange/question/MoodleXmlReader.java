package descent.exchange.question;

import descent.exchange.anki.FieldText;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile.LeftOut;
import descent.exchange.question.Sketch.Answer;
import descent.exchange.question.Sketch.Number;
import descent.exchange.question.Sketch.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads Moodle XML. Texts are HTML unless they say something else. */
final class MoodleXmlReader {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final List<TravellingQuestion> good = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    QuestionFile read(XmlElement quiz) {
        if (!quiz.name().equals("quiz")) {
            throw new UnreadableFile(
                    "This is not Moodle XML: its outermost element is %s, not quiz."
                            .formatted(quiz.name()));
        }
        int number = 0;
        for (var question : quiz.all("question")) {
            if (question.attribute("type").equals("category")) {
                continue;
            }
            if (++number > QuestionFile.MOST_QUESTIONS) {
                throw new UnreadableFile(
                        "The file holds more than %,d questions: divide it."
                                .formatted(QuestionFile.MOST_QUESTIONS));
            }
            var place = "question %d, line %d".formatted(number, question.line());
            var text = text(question, "questiontext");
            try {
                question(question, place, text);
            } catch (NumberFormatException e) {
                leftOut.add(
                        new LeftOut(place, Sketch.start(text), "a number of it cannot be read"));
            }
        }
        return new QuestionFile(good, leftOut);
    }

    private void question(XmlElement question, String place, String text) {
        var name = text(question, "name");
        var number = question.said("idnumber");
        var id = number.isEmpty() ? name : number;
        var sketch = new Sketch(place, id.isEmpty() ? "" : Ids.named(id), text);
        topic(sketch, question);
        switch (question.attribute("type")) {
            case "multichoice" -> choice(sketch, question);
            case "truefalse" -> trueFalse(sketch, question);
            case "numerical" -> numerical(sketch, question);
            case "shortanswer" -> shortAnswer(sketch, question);
            case "matching" ->
                    sketch.matching(
                            question.all("subquestion").stream()
                                    .map(each ->
                                            new Pair(
                                                    words(each),
                                                    each.first("answer")
                                                            .map(MoodleXmlReader::words)
                                                            .orElse("")))
                                    .toList());
            case "ordering" ->
                    sketch.ordering(
                            question.all("answer").stream().map(MoodleXmlReader::words).toList(),
                            text(question, "correctfeedback"),
                            text(question, "incorrectfeedback"));
            default -> {
                leftOut.add(
                        new LeftOut(
                                place,
                                Sketch.start(text),
                                "questions of the type \"%s\" are not taken over"
                                        .formatted(question.attribute("type"))));
                return;
            }
        }
        if (!question.all("file").isEmpty()
                || question.first("questiontext")
                        .filter(e -> !e.all("file").isEmpty())
                        .isPresent()) {
            sketch.remark("Its pictures are left out.");
        }
        var hints =
                question.all("hint").stream()
                        .map(MoodleXmlReader::words)
                        .filter(hint -> !hint.isBlank())
                        .toList();
        if (!hints.isEmpty()) {
            sketch.put("hints", hints);
        }
        sketch.finish(text(question, "generalfeedback"), good, leftOut);
    }

    private static void topic(Sketch sketch, XmlElement question) {
        var tags =
                question.all("tags").stream()
                        .flatMap(each -> each.all("tag").stream())
                        .map(tag -> tag.said("text"))
                        .toList();
        sketch.topic(tags);
    }

    private static void choice(Sketch sketch, XmlElement question) {
        var answers = answers(question);
        boolean several = question.said("single").equals("false");
        if (several && answers.stream().anyMatch(answer -> answer.percent().signum() < 0)) {
            sketch.put("scoring", "proportional-with-penalty");
        }
        sketch.choice(answers, several);
    }

    private static void trueFalse(Sketch sketch, XmlElement question) {
        boolean right = false;
        var ifTrue = "";
        var ifFalse = "";
        for (var answer : answers(question)) {
            if (answer.text().strip().equalsIgnoreCase("true")) {
                right = answer.isRight();
                ifTrue = answer.feedback();
            } else {
                ifFalse = answer.feedback();
            }
        }
        sketch.trueFalse(right, ifTrue, ifFalse);
    }

    private static void numerical(Sketch sketch, XmlElement question) {
        Number right = null;
        var ifRight = "";
        var ifWrong = "";
        for (var element : question.all("answer")) {
            var answer = answer(element);
            if (answer.percent().compareTo(WHOLE) == 0 && right == null) {
                var tolerance = element.said("tolerance");
                right =
                        new Number(
                                Sketch.number(answer.text().strip()),
                                Sketch.number(tolerance.isEmpty() ? "0" : tolerance));
                ifRight = answer.feedback();
            } else if (answer.text().equals("*")) {
                ifWrong = answer.feedback();
            } else {
                sketch.remark("Another answer is lost: " + answer.text());
            }
        }
        if (!question.all("units").isEmpty()) {
            sketch.remark("Its units are left out.");
        }
        if (right == null) {
            throw new NumberFormatException("no number is right");
        }
        sketch.numerical(right, ifRight, ifWrong);
    }

    private static void shortAnswer(Sketch sketch, XmlElement question) {
        var accepted = new ArrayList<Answer>();
        var wrong = "";
        for (var answer : answers(question)) {
            if (!answer.isRight() && answer.text().equals("*")) {
                wrong = answer.feedback();
            } else {
                accepted.add(answer);
            }
        }
        sketch.shortAnswer(accepted, question.said("usecase").equals("1"), wrong);
    }

    private static List<Answer> answers(XmlElement question) {
        return question.all("answer").stream().map(MoodleXmlReader::answer).toList();
    }

    private static Answer answer(XmlElement answer) {
        var fraction = answer.attribute("fraction");
        return new Answer(
                words(answer),
                Sketch.number(fraction.isEmpty() ? "0" : fraction),
                text(answer, "feedback"));
    }

    private static String text(XmlElement element, String child) {
        return element.first(child).map(MoodleXmlReader::words).orElse("");
    }

    /** The text in an element, as Markdown. */
    private static String words(XmlElement element) {
        var text = element.said("text");
        return switch (element.attribute("format")) {
            case "markdown", "plain_text" -> text;
            default ->
                    text.indexOf('<') < 0 && text.indexOf('&') < 0
                            ? text
                            : FieldText.of(text, _ -> "", () -> {});
        };
    }
}
