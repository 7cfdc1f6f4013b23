package descent.audio.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.audio.script.Cast;
import descent.audio.script.Script;
import descent.audio.sound.Rendering;
import descent.audio.sound.Timing;
import descent.shared.Sha256;
import java.util.List;

/**
 * All that can be heard of a sound: the same task, the same sound. The worker needs nothing else.
 *
 * @param engine its id
 * @param version of the rendering
 */
record Task(String engine, int version, Script script, Cast cast) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Task of(String engine, Script script, Cast cast) {
        return new Task(engine, Rendering.VERSION, script, cast);
    }

    String json() {
        return json(this);
    }

    static String key(String json) {
        return Sha256.of(json);
    }

    static Task read(String json) {
        try {
            return JSON.readValue(json, Task.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no task: " + json, e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records become JSON", e);
        }
    }

    static List<Timing> timings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no timings: " + json, e);
        }
    }
}
