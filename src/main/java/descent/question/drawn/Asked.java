package descent.question.drawn;

import descent.question.tree.Json;
import descent.question.tree.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked, and nothing of what is right: the only part of a drawn question that may be sent
 * to a browser at any time.
 *
 * @param type as authors write it: {@code single-choice}
 * @param text Markdown; of a cloze, with <code>{{id}}</code> where the input of that id stands
 */
public record Asked(String type, String text, List<Input> inputs) {
    public Asked {
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads a response as far as it can be read without the key, input by input in their order.
     *
     * @throws RefusedResponse when an input or an option is not of this question
     */
    public Map<String, Reading> read(Response response) {
        var readings = new LinkedHashMap<String, Reading>();
        inputs.forEach(input -> readings.put(input.id(), input.read(response.to(input.id()))));
        if (!readings.keySet().containsAll(response.values().keySet())) {
            throw new RefusedResponse("an answer names an input that this question does not have");
        }
        return readings;
    }

    /** Its canonical text. */
    public String json() {
        return Json.write(Records.tree(this));
    }

    /**
     * @throws IllegalArgumentException when the text is not one of {@link #json}
     */
    public static Asked read(String json) {
        return Records.read(Json.read(json), Asked.class);
    }
}
