package descent.course.proof;

import descent.course.check.Inspected;
import descent.course.check.Rule;
import descent.course.material.BankQuestion;
import descent.course.material.Finding;
import descent.course.material.Index.Kind;
import descent.course.material.Part;
import descent.question.QuestionReader;
import descent.question.QuestionReader.UnreadableQuestion;
import descent.question.SelfTest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every question proves itself: its key is right, wrong answers are wrong, all get feedback. */
final class QuestionsProven implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.course().lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .toList()
                .parallelStream()
                .flatMap(QuestionsProven::unproven)
                .toList()
                .forEach(findings);
    }

    private static Stream<Finding> unproven(Part<List<BankQuestion>> part) {
        return part.list(bank -> bank).parallelStream()
                .flatMap(question ->
                        problems(question).stream()
                                .map(problem ->
                                        Finding.error(
                                                part.path(),
                                                part.index().lineOf(Kind.QUESTION, question.id()),
                                                "question",
                                                "\"%s\" %s".formatted(question.id(), problem))));
    }

    private static List<String> problems(BankQuestion question) {
        try {
            return SelfTest.findings(QuestionReader.read(question.tree()));
        } catch (UnreadableQuestion e) {
            return List.of("cannot be read: " + e.getMessage());
        }
    }
}
