package descent.quiz.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.course.material.MockTest.Counting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GradesTest {
    @Test
    @Tag("G22")
    void g22_gradeIsTheBestTheLastTheFirstOrTheAverage() {
        var shares = Stream.of("0.5", "0.9", "0.1").map(BigDecimal::new).toList();
        assertGrade("0.9", Counting.BEST, shares);
        assertGrade("0.1", Counting.LAST, shares);
        assertGrade("0.5", Counting.FIRST, shares);
        assertGrade("0.5", Counting.AVERAGE, shares);
        for (var counting : Counting.values()) {
            assertEquals(Optional.empty(), Grades.of(counting, List.of()));
        }
    }

    private static void assertGrade(String grade, Counting counting, List<BigDecimal> shares) {
        assertEquals(
                0,
                new BigDecimal(grade).compareTo(Grades.of(counting, shares).orElseThrow()),
                counting.name());
    }
}
