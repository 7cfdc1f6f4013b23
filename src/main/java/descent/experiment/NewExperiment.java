package descent.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import descent.engine.spec.SpecException;
import descent.shared.web.Problem;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sends to have something trained, or to know what that would cost.
 *
 * @param course in whose lab
 * @param name to tell the runs of one picture apart
 * @param spec an experiment spec, as JSON
 */
public record NewExperiment(@Nullable String course, @Nullable String name, @Nullable Object spec) {
    private static final int LARGEST = 64 * 1024;

    /**
     * Takes numbers that are none or too long, so that the refusal can name the field that they
     * stand in.
     */
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNumberLength(LARGEST)
                                                    .maxNestingDepth(50)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .build())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * @throws IOException where it is not JSON of this form
     * @throws Problem 400 where it is nothing
     */
    public static NewExperiment read(byte[] body) throws IOException {
        if (body.length > LARGEST) {
            throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        var asked = JSON.readValue(body, NewExperiment.class);
        if (asked == null) {
            throw Problem.badRequest("Send an object with the fields course, name and spec.");
        }
        return asked;
    }

    /**
     * Reads a spec.
     *
     * @throws Problem 422 that names field, value and what is allowed
     */
    public static <T> T orRefused(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SpecException e) {
            throw Problem.unprocessable(
                    String.valueOf(e.getMessage()),
                    Map.of("field", e.path(), "problem", e.problem()));
        }
    }
}
