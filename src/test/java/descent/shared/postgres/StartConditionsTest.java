package descent.shared.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartConditionsTest {
    private static final String SECRET = "a password of some length";

    private static List<String> objections(
            String profile,
            String strategy,
            String url,
            String password,
            String fsync,
            String commit) {
        return new StartConditions(List.of(profile), strategy, url, password, fsync, commit)
                .objections();
    }

    @Test
    void sensibleSettingsStart() {
        var remote = "jdbc:postgresql://db.internal:5432/descent?sslmode=verify-full";
        assertEquals(List.of(), objections("prod", "none", remote, SECRET, "on", "on"));
        assertEquals(List.of(), objections("prod", "none", remote, SECRET, "on", "remote_write"));
        var local = "jdbc:postgresql://127.0.0.1:5432/descent";
        assertEquals(List.of(), objections("prod", "none", local, "short", "on", "on"));
    }

    @ParameterizedTest
    @CsvSource({
        "dev, none, db, long enough to pass, on, on, profiles dev and test",
        "prod, drop-and-create, db, long enough to pass, on, on, drop tables",
        "prod, none, db, postgres, on, on, has 8 characters",
        "prod, none, db, long enough to pass, off, on, fsync=off",
        "prod, none, db, long enough to pass, on, off, synchronous_commit=off"
    })
    void f15BadSettingsDoNotStart(
            String profile,
            String strategy,
            String host,
            String password,
            String fsync,
            String commit,
            String why) {
        var found =
                objections(
                        profile,
                        strategy,
                        "jdbc:postgresql://" + host + "/descent",
                        password,
                        fsync,
                        commit);
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.getFirst().contains(why), found.toString());
    }
}
