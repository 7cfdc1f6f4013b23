package descent.quiz.author;

import descent.course.material.ReviewPolicy.Part;
import descent.question.drawn.Response;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.GivenGrade.Marker;
import descent.quiz.author.TestData.Whole;
import descent.quiz.view.Pens;
import descent.quiz.view.ReviewView;
import descent.shared.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers that wait for a person's mark, and those that have one. */
@ApplicationScoped
class AnswersToMark {
    private final Pens pens;

    AnswersToMark(Pens pens) {
        this.pens = pens;
    }

    /** An answer with what it is marked by. */
    public record Answer(UUID attempt, int number, ReviewView review, String by) {}

    private record Given(Whole whole, AttemptQuestion question, GivenGrade grade) {
        boolean isShown(boolean marked) {
            return marked ? grade.by() != Marker.PROGRAM : grade.isPending();
        }

        boolean says(String searched) {
            var said = response().values().values().stream().flatMap(List::stream);
            return Paging.says(
                    Stream.concat(Stream.of(question.asked().text()), said)
                            .collect(Collectors.joining("\n")),
                    searched);
        }

        Response response() {
            return whole.sheet().to(question.number()).response();
        }
    }

    /** How a list is asked for, page aside. */
    static Map<String, String> query(boolean marked, String q) {
        return Map.of("marked", String.valueOf(marked), "q", q);
    }

    /**
     * @param marked those that are marked already; else those that wait
     * @param q words of the answer, or of what was asked; empty for all
     */
    Paging.Part<Answer> page(String courseId, String testId, boolean marked, String q, int page) {
        var attempts =
                TestData.graded(courseId, testId).stream()
                        .filter(attempt -> marked || attempt.unmarked > 0)
                        .toList();
        var given = new ArrayList<Given>();
        for (var whole : TestData.whole(attempts)) {
            for (var question : whole.questions()) {
                var grade = whole.grades().get(question.number());
                if (grade != null) {
                    given.add(new Given(whole, question, grade));
                }
            }
        }
        var shown = given.stream().filter(each -> each.isShown(marked) && each.says(q)).toList();
        var part = Paging.of(shown, page, query(marked, q));
        return new Paging.Part<>(part.rows().stream().map(this::answer).toList(), part.paging());
    }

    private Answer answer(Given given) {
        var attempt = given.whole().attempt();
        var review =
                pens.review(
                        attempt.courseId,
                        given.question(),
                        given.response(),
                        given.grade(),
                        EnumSet.allOf(Part.class));
        return new Answer(
                attempt.id,
                given.question().number(),
                review,
                given.grade().by() == Marker.LEARNER ? "by the learner" : "");
    }
}
