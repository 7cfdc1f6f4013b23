package descent.quiz.rules;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.question.Question;
import descent.question.QuestionReader;
import descent.question.QuestionReader.UnreadableQuestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The questions of a course that can be asked. Reading them takes its time: made once a course. */
public record Bank(Course course, List<Item> items) {
    /** A question and the lesson that it belongs to. */
    public record Item(String lessonId, BankQuestion written, Question question) {
        public String id() {
            return written.id();
        }
    }

    public Bank {
        items = List.copyOf(items);
    }

    /** A question that cannot be read is an error of its course's check, and is not asked. */
    public static Bank of(Course course) {
        return new Bank(
                course,
                course.lessons().stream()
                        .flatMap(lesson ->
                                lesson.bank().stream()
                                        .flatMap(written -> item(lesson.id(), written)))
                        .toList());
    }

    private static Stream<Item> item(String lessonId, BankQuestion written) {
        try {
            var question = QuestionReader.read(written.tree());
            return Stream.of(new Item(lessonId, written, question));
        } catch (UnreadableQuestion e) {
            return Stream.empty();
        }
    }

    public Bank without(Set<String> ids) {
        return new Bank(course, items.stream().filter(item -> !ids.contains(item.id())).toList());
    }

    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * @param lessons their ids; none: of all
     */
    public List<Item> of(List<String> lessons) {
        return items.stream()
                .filter(item -> lessons.isEmpty() || lessons.contains(item.lessonId()))
                .toList();
    }
}
