package descent.run.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import descent.engine.spec.Json;
import descent.engine.training.Point;
import descent.engine.training.RunHeader;
import descent.engine.training.RunRecord;
import descent.engine.training.RunResult;
import descent.engine.training.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run records, as JSON objects with one field that says what it is: a {@code header}, {@code
 * point}s and {@code snapshot}s.
 */
public final class RecordJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private RecordJson() {}

    public static String of(RunHeader header) {
        return "{\"header\":" + Json.of(header) + "}";
    }

    public static String of(Point point) {
        return "{\"point\":" + Json.of(point) + "}";
    }

    public static String of(Snapshot snapshot) {
        return "{\"snapshot\":" + Json.of(StoredSnapshot.of(snapshot)) + "}";
    }

    /** A whole run again, without its snapshots. */
    public static RunRecord read(String records, String outcome) {
        var curves = curves(records);
        try {
            var result = JSON.readValue(outcome, RunResult.class);
            return new RunRecord(curves.header().orElseThrow(), curves.points(), List.of(), result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome is not what this program writes", e);
        }
    }

    /** What there is of a run so far, without its snapshots. */
    public static Curves curves(String records) {
        try {
            Optional<RunHeader> header = Optional.empty();
            var points = new ArrayList<Point>();
            for (var item : JSON.readTree(records)) {
                if (item.has("header")) {
                    header = Optional.of(JSON.treeToValue(item.get("header"), RunHeader.class));
                } else if (item.has("point")) {
                    points.add(point(item.get("point")));
                }
            }
            return new Curves(header, points);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "what a run recorded is not what this program writes", e);
        }
    }

    private static Point point(JsonNode item) {
        var values = new double[item.get("values").size()];
        for (int i = 0; i < values.length; i++) {
            // Null stands for a number that is not finite.
            values[i] = item.get("values").get(i).asDouble(Double.NaN);
        }
        return new Point(item.get("step").asLong(), item.get("epoch").asDouble(), values);
    }
}
