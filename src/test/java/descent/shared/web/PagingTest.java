package descent.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final List<Integer> HUNDRED_AND_ONE =
            IntStream.range(0, 2 * Paging.SIZE + 1).boxed().toList();

    @Test
    void eachPageHasItsPartAndLeadsToThoseBeside() {
        var first = Paging.of(HUNDRED_AND_ONE, 0, Map.of());
        var last = Paging.of(HUNDRED_AND_ONE, 2, Map.of());
        assertEquals(HUNDRED_AND_ONE.subList(0, Paging.SIZE), first.rows());
        assertTrue(first.paging().isFirst());
        assertEquals("?page=1", first.paging().after());
        assertEquals(List.of(2 * Paging.SIZE), last.rows());
        assertFalse(last.paging().more());
        assertEquals(List.of(), Paging.of(HUNDRED_AND_ONE, 3, Map.of()).rows());
    }

    @Test
    void fullLastPageLeadsNoFurther() {
        var full = HUNDRED_AND_ONE.subList(0, Paging.SIZE);
        assertFalse(Paging.of(full, 0, Map.of()).paging().more());
    }

    @Test
    void noMoreIsReadThanAPageAndWhetherAnotherFollows() {
        Paging.Lines<Integer> lines =
                (first, number) -> HUNDRED_AND_ONE.stream().skip(first).limit(number).toList();
        for (int page = 0; page < 4; page++) {
            assertEquals(
                    Paging.of(HUNDRED_AND_ONE, page, Map.of("q", "x")),
                    Paging.read(page, Map.of("q", "x"), lines));
        }
        Paging.Lines<Integer> full = (first, _) -> HUNDRED_AND_ONE.subList(first, Paging.SIZE);
        assertFalse(Paging.read(0, Map.of(), full).paging().more());
        assertThrows(Problem.class, () -> Paging.read(-1, Map.of(), lines));
    }

    @Test
    void whatIsSearchedStaysInTheAddresses() {
        var asked = Paging.of(HUNDRED_AND_ONE, 1, Map.of("q", "Zoë & co", "group", ""));
        assertEquals("?page=0&q=Zo%C3%AB+%26+co", asked.paging().before());
        assertEquals("/list?page=2&q=Zo%C3%AB+%26+co", asked.at("/list").paging().after());
    }

    @Test
    void thereIsNoPageBeforeTheFirst() {
        assertThrows(Problem.class, () -> Paging.of(HUNDRED_AND_ONE, -1, Map.of()));
    }

    @Test
    void searchedLettersMayBeLargeOrSmall() {
        assertTrue(Paging.says("Ada Lovelace", " LOVE "));
        assertTrue(Paging.says("Ada", ""));
        assertFalse(Paging.says("Ada", "b"));
    }
}
