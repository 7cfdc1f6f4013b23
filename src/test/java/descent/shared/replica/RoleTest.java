package descent.shared.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
    @ParameterizedTest
    @CsvSource({"all, true, true", "web, true, false", "worker, false, true"})
    void eachTakesItsPart(String role, boolean pages, boolean background) {
        var replica = new Replica(role);
        assertEquals(pages, replica.servesPages());
        assertEquals(background, replica.worksInBackground());
        assertEquals(role, replica.role());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wokrer", "ALL", ""})
    void f15UnknownRoleStopsTheStartWithTheKeysName(String role) {
        var refusal = assertThrows(ConfigurationException.class, () -> new Replica(role));
        assertEquals(
                "descent.role must be one of all, web, worker, was \"%s\".".formatted(role),
                refusal.getMessage());
    }

    @Test
    void spacesAreNoMistake() {
        assertEquals("web", new Replica(" web ").role());
    }
}
