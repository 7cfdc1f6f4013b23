package descent.progress.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.progress.study.NextStep.Goal;
import descent.progress.study.NextStep.Situation;
import descent.progress.study.NextStep.Weakness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final Goal LESSON = new Goal("Noise", "/lesson");
    private static final Goal TEST = new Goal("Final test", "/test");
    private static final Weakness WEAK = new Weakness(new Goal("Momentum", "/concept"), 30);

    private static List<String> steps(
            Goal attempt, int called, int due, Weakness weak, Goal unread, int fresh, Goal test) {
        return NextStep.of(
                        new Situation(
                                Optional.ofNullable(attempt),
                                "5 minutes",
                                called,
                                due,
                                Optional.ofNullable(weak),
                                Optional.ofNullable(unread),
                                fresh,
                                Optional.ofNullable(test),
                                "/cards"))
                .stream()
                .map(NextStep::what)
                .toList();
    }

    @Test
    void whatCannotWaitComesFirst() {
        assertEquals(
                List.of(
                        "Go on with Final test",
                        "Review 5 cards",
                        "Look again at Momentum",
                        "Read Noise",
                        "Learn 1 new card",
                        "Take Final test"),
                steps(TEST, 2, 3, WEAK, LESSON, 1, TEST));
    }

    @Test
    void dueCardsAreNotOfferedTwice() {
        assertEquals(List.of("Review 1 card"), steps(null, 0, 1, null, null, 0, null));
        assertEquals(List.of("Review 2 cards"), steps(null, 1, 1, null, null, 0, null));
    }

    @Test
    void newcomerReads() {
        assertEquals("Read Noise", steps(null, 0, 0, null, LESSON, 20, TEST).getFirst());
    }

    @Test
    void whoHasDoneAllIsDone() {
        assertEquals(List.of(), steps(null, 0, 0, null, null, 0, null));
    }
}
