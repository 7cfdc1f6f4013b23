package descent.experiment.run;

import descent.engine.spec.Json;
import descent.engine.training.Point;
import descent.engine.training.RunHeader;
import descent.engine.training.Snapshot;

/**
 * What a run records, as JSON objects with one field that says what it is: a {@code header}, {@code
 * point}s and {@code snapshot}s.
 */
final class RecordJson {
    private RecordJson() {}

    static String of(RunHeader header) {
        return "{\"header\":" + Json.of(header) + "}";
    }

    static String of(Point point) {
        return "{\"point\":" + Json.of(point) + "}";
    }

    static String of(Snapshot snapshot) {
        return "{\"snapshot\":" + Json.of(snapshot) + "}";
    }
}
