package descent.quiz.page;

import descent.question.drawn.Certainty;
import descent.question.drawn.RefusedResponse;
import descent.question.drawn.Response;
import descent.quiz.taking.SaveResponse.Sent;
import descent.shared.web.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a question as it was sent: fields that are not its own are refused. */
record SentForm(MultivaluedMap<String, String> fields) {
    static final String NUMBER = "[0-9]{1,4}";
    private static final String ANSWER = "answer.";
    private static final List<String> KNOWN =
            List.of("revision", "key", "flagged", "go", "flag", "certainty", "report");

    SentForm {
        for (var name : fields.keySet()) {
            if (!name.startsWith(ANSWER) && !KNOWN.contains(name)) {
                throw Problem.badRequest(
                        "There is no field \"%s\" here; known are: answer.*, %s."
                                .formatted(name, String.join(", ", KNOWN)));
            }
        }
    }

    Sent sent(Instant arrived) {
        boolean leaves = go().equals("summary") || go().matches(NUMBER);
        return new Sent(
                response(), certainty(), revision(), text("key"), flagged(), leaves, arrived);
    }

    /** What is said to be wrong with the question; empty for nothing. */
    String report() {
        return Objects.requireNonNullElse(text("report"), "");
    }

    /**
     * Where to go from here: {@code stay}, {@code summary}, {@code clear}, {@code report} or a
     * number.
     */
    String go() {
        var go = text("go");
        return go == null ? "stay" : go;
    }

    Response response() {
        var values = new LinkedHashMap<String, List<String>>();
        if (!go().equals("clear")) {
            fields.forEach((name, given) -> {
                // A form sends empty fields too: nothing typed is nothing answered.
                if (name.startsWith(ANSWER) && given.stream().anyMatch(value -> !value.isEmpty())) {
                    values.put(name.substring(ANSWER.length()), given);
                }
            });
        }
        try {
            return new Response(values);
        } catch (RefusedResponse e) {
            throw refused(e);
        }
    }

    static Problem refused(RefusedResponse e) {
        return Problem.unprocessable(
                "This answer was not saved: " + e.getMessage() + ".", Map.of());
    }

    Optional<Certainty> certainty() {
        var said = text("certainty");
        if (said == null) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(Certainty.values())
                        .filter(each -> each.name().equals(said))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.badRequest("How sure you are is LOW, MIDDLE or HIGH.")));
    }

    private int revision() {
        var text = text("revision");
        if (text == null || !text.matches("[0-9]{1,9}")) {
            throw Problem.badRequest("The field \"revision\" is a whole number from 0.");
        }
        return Integer.parseInt(text);
    }

    /** The hidden field says that the page has a box for it, which is sent only when ticked. */
    private @Nullable Boolean flagged() {
        return fields.containsKey("flag") ? Boolean.valueOf(fields.containsKey("flagged")) : null;
    }

    private @Nullable String text(String name) {
        var value = fields.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
