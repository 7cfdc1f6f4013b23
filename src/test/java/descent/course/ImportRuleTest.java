package descent.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.course.Revision.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRuleTest {
    /** A file has the text A, B, or is not there (-). */
    @ParameterizedTest
    @CsvSource({
        // folder, seen before, head, head comes from, then
        "A, false, ,  ,       PUBLISH",
        "-, false, ,  ,       LEAVE",
        "A, true,  A, FILE,   LEAVE",
        "B, false, A, FILE,   PUBLISH",
        "B, true,  A, FILE,   PUBLISH",
        "-, false, A, FILE,   REMOVE",
        "-, false, -, FILE,   LEAVE",
        "A, true,  -, FILE,   PUBLISH",
        // After a browser edit the file never takes the lead by itself,
        "B, false, A, EDITOR, WAIT",
        "B, true,  A, EDITOR, LEAVE",
        "-, false, A, EDITOR, LEAVE",
        "-, false, -, EDITOR, LEAVE",
        "B, false, -, EDITOR, WAIT",
        // until the edit itself has arrived in the folder.
        "A, false, A, EDITOR, PUBLISH"
    })
    void decides(String file, boolean seen, String head, String origin, ImportRule then) {
        assertEquals(
                then,
                ImportRule.decide(
                        Optional.of(file).filter(f -> !f.equals("-")),
                        seen,
                        Optional.ofNullable(head).map(h -> revision(h, origin))));
    }

    private static Revision revision(String text, String origin) {
        boolean edited = origin.equals("EDITOR");
        return new Revision(
                1,
                "a.yaml",
                text,
                text.equals("-"),
                Origin.valueOf(origin),
                edited ? new UUID(0, 1) : null,
                Instant.EPOCH);
    }
}
