package descent.quiz.statistics;

import java.util.List;

/**
 * An attempt as statistics see it.
 *
 * @param answers in the order in which they were asked
 */
public record Paper(List<Answer> answers) {
    /**
     * What a question earned.
     *
     * @param most that it could earn, above 0
     */
    public record Answer(String question, double mark, double most) {
        public Answer {
            if (!(most > 0)) {
                throw new IllegalArgumentException(
                        question + " must be worth something, was worth " + most);
            }
        }
    }

    public Paper {
        answers = List.copyOf(answers);
    }

    double total() {
        return answers.stream().mapToDouble(Answer::mark).sum();
    }
}
