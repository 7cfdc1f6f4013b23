package descent.quiz.page;

import descent.shared.web.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Points as they were typed beside the criteria of a rubric: fields {@code points.<criterion>}. */
public final class RubricForm {
    private static final String POINTS = "points.";

    private RubricForm() {}

    /** An empty field is no points. */
    public static Map<String, BigDecimal> points(MultivaluedMap<String, String> fields) {
        var points = new HashMap<String, BigDecimal>();
        fields.forEach((name, values) -> {
            if (name.startsWith(POINTS) && !values.getFirst().isBlank()) {
                points.put(name.substring(POINTS.length()), number(values.getFirst().strip()));
            }
        });
        return points;
    }

    private static BigDecimal number(String typed) {
        if (!typed.matches("[0-9]{1,4}([.,][0-9]{1,4})?")) {
            throw Problem.badRequest(
                    "Points are a number such as 1.5, not \"%s\".".formatted(typed));
        }
        return new BigDecimal(typed.replace(',', '.'));
    }
}
