package descent.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredFormulasTest {
    @Inject StoredFormulas formulas;

    @Inject AgroalDataSource database;

    /** Else browsers would go on with a stylesheet that they kept, which lacks its classes. */
    @Test
    void formulaThatAnotherReplicaDrewChangesTheStylesheetsAddress() {
        var other = new StoredFormulas(database);
        other.loadStyles();
        var before = other.stylesheetVersion();
        // Of a size that nothing else has.
        var chance = ThreadLocalRandom.current();
        var tex = "\\rule{%d.%04dem}{1em}".formatted(chance.nextInt(2, 19), chance.nextInt(10_000));
        var drawn = formulas.draw(tex, false);
        assertEquals(before, other.stylesheetVersion());
        assertEquals(drawn, other.draw(tex, false));
        assertNotEquals(before, other.stylesheetVersion());
        for (var name : InlineStyles.names(drawn)) {
            assertTrue(other.stylesheet().contains("." + name + "{"), name);
        }
    }
}
