package descent.experiment.preset;

import java.util.UUID;

/** An experiment that a card follows. */
public record AskedRun(UUID id, String name, String label) {}
