package descent.course.check;

import descent.course.material.BankQuestion;
import descent.course.material.BankQuestion.Difficulty;
import descent.course.material.Concepts;
import descent.course.material.Concepts.MemoryAid;
import descent.course.material.Finding;
import descent.course.material.Index.Amount;
import descent.course.material.Lesson;
import descent.course.material.Part;
import java.util.List;
import java.util.function.Consumer;

/** A lesson has enough of everything: of each part at least, and of some at most. */
final class Amounts implements Rule {
    /** So many items of a list in a file of the lesson. */
    private record Range(String file, String list, int least, int most) {}

    private static final int ANY = Integer.MAX_VALUE;
    private static final List<Range> RANGES =
            List.of(
                    new Range("lesson.md", "outcomes", 3, 5),
                    new Range("lesson.md", "sections", 3, 6),
                    new Range("concepts.yaml", "key-concepts", 4, ANY),
                    new Range("concepts.yaml", "worked-examples", 2, ANY),
                    new Range("concepts.yaml", "memory-aids", 4, ANY),
                    new Range("conversation.yaml", "turns", 12, ANY),
                    new Range("audiobook.yaml", "chapters", 2, 4),
                    new Range("flashcards.yaml", "cards", 12, ANY),
                    new Range("questions.yaml", "questions", 25, ANY),
                    new Range("experiments.yaml", "presets", 3, ANY));
    private static final int TYPES = 4;
    private static final int KINDS_OF_AIDS = 3;

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        for (var lesson : course.course().lessons()) {
            RANGES.forEach(range -> amount(lesson, range, findings));
            variety(lesson, findings);
        }
    }

    private static void amount(Lesson lesson, Range range, Consumer<Finding> findings) {
        var found =
                lesson.parts()
                        .flatMap(part ->
                                part.index().amounts().stream()
                                        .filter(amount -> amount.list().equals(range.list()))
                                        .filter(_ -> holds(part, lesson, range)))
                        .toList();
        int size = found.stream().mapToInt(Amount::size).sum();
        if (size < range.least() || size > range.most()) {
            findings.accept(
                    Finding.warning(
                            lesson.folder() + "/" + range.file(),
                            found.isEmpty() ? 1 : found.getFirst().line(),
                            "amount",
                            "%d %s; a lesson has %s"
                                    .formatted(
                                            size, range.list().replace('-', ' '), words(range))));
        }
    }

    private static boolean holds(Part<?> part, Lesson lesson, Range range) {
        var name = part.path().substring(lesson.folder().length() + 1);
        return name.equals(range.file()) || name.startsWith(range.file().replace(".yaml", "/"));
    }

    private static String words(Range range) {
        return range.most() == ANY
                ? range.least() + " or more"
                : range.least() + " to " + range.most();
    }

    private static void variety(Lesson lesson, Consumer<Finding> findings) {
        var bank = lesson.bank();
        if (!bank.isEmpty()) {
            var path = lesson.questions().getFirst().path();
            tooFew(
                    path,
                    "types of questions",
                    bank.stream().map(BankQuestion::type).distinct().count(),
                    TYPES,
                    findings);
            tooFew(
                    path,
                    "difficulties",
                    bank.stream().map(BankQuestion::difficulty).distinct().count(),
                    Difficulty.values().length,
                    findings);
        }
        var aids = lesson.concepts().list(Concepts::memoryAids);
        if (!aids.isEmpty()) {
            tooFew(
                    lesson.concepts().path(),
                    "kinds of memory aids",
                    aids.stream().map(MemoryAid::kind).distinct().count(),
                    KINDS_OF_AIDS,
                    findings);
        }
    }

    private static void tooFew(
            String path, String what, long size, int least, Consumer<Finding> findings) {
        if (size < least) {
            findings.accept(
                    Finding.warning(
                            path,
                            1,
                            "variety",
                            "%d %s; a lesson has %d or more".formatted(size, what, least)));
        }
    }
}
