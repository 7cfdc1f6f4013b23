package descent.course.check;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.material.Lesson;
import descent.course.material.MockTest.Questions.Drawn;
import descent.course.material.MockTest.Share;
import descent.course.material.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The bank holds the questions that a test wants to draw. */
final class TestPools implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        for (var part : course.course().tests()) {
            part.content()
                    .ifPresent(test -> {
                        if (test.questions() instanceof Drawn drawn) {
                            for (var problem : problems(course.course(), drawn)) {
                                findings.accept(
                                        Finding.error(part.path(), 1, "test-pool", problem));
                            }
                        }
                    });
        }
    }

    private static List<String> problems(Course course, Drawn drawn) {
        var pool = pool(course, drawn);
        var problems = new ArrayList<String>();
        int wanted = drawn.blueprint().stream().mapToInt(Share::count).sum();
        if (wanted > drawn.count()) {
            problems.add(
                    "the blueprint names %d questions, %d are to be drawn"
                            .formatted(wanted, drawn.count()));
        }
        if (bankIsBroken(course)) {
            return problems;
        }
        if (pool.size() < drawn.count()) {
            problems.add(
                    "%d questions are to be drawn, the bank has %d"
                            .formatted(drawn.count(), pool.size()));
        }
        for (var share : drawn.blueprint()) {
            long there = pool.stream().filter(question -> fits(question, share)).count();
            if (there < share.count()) {
                problems.add(
                        "%d of %s are wanted, the bank has %d"
                                .formatted(share.count(), words(share), there));
            }
        }
        return problems;
    }

    /** How much it holds is then unknown. */
    private static boolean bankIsBroken(Course course) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .anyMatch(Part::isBroken);
    }

    private static List<BankQuestion> pool(Course course, Drawn drawn) {
        return course.lessons().stream()
                .filter(lesson ->
                        drawn.lessons().isEmpty() || drawn.lessons().contains(lesson.id()))
                .map(Lesson::bank)
                .flatMap(List::stream)
                .toList();
    }

    private static boolean fits(BankQuestion question, Share share) {
        return (share.concept() == null || share.concept().equals(question.concept()))
                && (share.difficulty() == null || share.difficulty() == question.difficulty());
    }

    private static String words(Share share) {
        var difficulty =
                share.difficulty() == null
                        ? "any difficulty"
                        : share.difficulty().name().toLowerCase(Locale.ROOT);
        return (share.concept() == null ? "any concept" : "\"" + share.concept() + "\"")
                + ", "
                + difficulty;
    }
}
