package descent.quiz.rules;

import descent.course.Sample;
import descent.course.material.BankQuestion;
import descent.course.material.BankQuestion.Difficulty;
import descent.course.reading.ContentReader;
import descent.question.QuestionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Banks of small questions. */
public final class TestBank {
    private TestBank() {}

    /**
     * A question of each of these concepts, called by it and its place: a0, a1, b2; each second one
     * is hard.
     */
    public static Bank of(String... concepts) {
        var course = new ContentReader(new Sample().files()).course(Sample.COURSE);
        var items = new ArrayList<Bank.Item>();
        for (int i = 0; i < concepts.length; i++) {
            items.add(item(concepts[i] + i, concepts[i], i % 2 == 1));
        }
        return new Bank(course, items);
    }

    private static Bank.Item item(String id, String concept, boolean hard) {
        Map<String, Object> tree =
                Map.of(
                        "id",
                        id,
                        "type",
                        "true-false",
                        "concept",
                        concept,
                        "section",
                        "s",
                        "difficulty",
                        hard ? "hard" : "easy",
                        "text",
                        "t",
                        "answer",
                        true,
                        "feedback",
                        Map.of("true", "yes", "false", "no"),
                        "explanation",
                        "e");
        var difficulty = hard ? Difficulty.HARD : Difficulty.EASY;
        var written = new BankQuestion(id, "true-false", concept, "s", difficulty, List.of(), tree);
        return new Bank.Item("l", written, QuestionReader.read(tree));
    }
}
