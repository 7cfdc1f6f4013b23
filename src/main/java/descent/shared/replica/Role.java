package descent.shared.replica;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which part of the work a replica takes. */
enum Role {
    /** Everything: one machine. */
    ALL,
    /** Pages and streams; nothing is trained, spoken, mailed or swept. */
    WEB,
    /** All that, and no pages: health and metrics on the management port are all that it serves. */
    WORKER;

    static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigurationException(
                                "descent.role must be one of %s, was \"%s\"."
                                        .formatted(
                                                Arrays.stream(values())
                                                        .map(Role::word)
                                                        .collect(Collectors.joining(", ")),
                                                name)));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
