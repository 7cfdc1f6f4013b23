package descent.question.drawn;

import descent.question.tree.Json;
import descent.question.tree.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the browser sent to one question, kept exactly: for each input by its id the values that a
 * form would post. What it means, only the question knows.
 *
 * @throws RefusedResponse when it is larger than any page of ours would send, or not storable
 */
public record Response(Map<String, List<String>> values) {
    /** In all values together, counted in code points. */
    public static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_VALUES = 200;
    private static final int LONGEST_ID = 100;

    public static final Response NONE = new Response(Map.of());

    public Response {
        var copy = new LinkedHashMap<String, List<String>>();
        int count = 0;
        long characters = 0;
        for (var input : values.entrySet()) {
            if (input.getKey().length() > LONGEST_ID || !Trees.storable(input.getKey())) {
                throw new RefusedResponse("an id has at most " + LONGEST_ID + " characters");
            }
            for (var value : input.getValue()) {
                characters += value.codePointCount(0, value.length());
                if (!Trees.storable(value)) {
                    throw new RefusedResponse(
                            "an answer cannot hold the character NUL or half of a surrogate pair");
                }
            }
            count += Math.max(1, input.getValue().size());
            copy.put(input.getKey(), List.copyOf(input.getValue()));
        }
        if (characters > MOST_CHARACTERS) {
            throw new RefusedResponse(
                    "an answer has at most %,d characters, this one has %,d"
                            .formatted(MOST_CHARACTERS, characters));
        }
        if (count > MOST_VALUES) {
            throw new RefusedResponse(
                    "an answer has at most " + MOST_VALUES + " values, this one has " + count);
        }
        values = java.util.Collections.unmodifiableMap(copy);
    }

    /** The values given to an input; empty when it was not sent. */
    public List<String> to(String input) {
        return values.getOrDefault(input, List.of());
    }

    /** Its canonical text. */
    public String json() {
        return Json.write(values);
    }

    /**
     * @throws IllegalArgumentException when the text is not one of {@link #json}
     */
    public static Response read(String json) {
        var values = new LinkedHashMap<String, List<String>>();
        if (!(Json.read(json) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not a response");
        }
        map.forEach((id, given) -> {
            if (!(given instanceof List<?> list)
                    || !list.stream().allMatch(String.class::isInstance)) {
                throw new IllegalArgumentException("not a response: " + id);
            }
            values.put((String) id, list.stream().map(String.class::cast).toList());
        });
        return new Response(values);
    }
}
