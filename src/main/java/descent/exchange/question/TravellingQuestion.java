package descent.exchange.question;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A question on its way in or out.
 *
 * @param place where it stands in the file, for people: "line 12"
 * @param tree as the question reader reads it, with an id; whatever the file does not say of
 *     concept, section and difficulty is missing
 * @param remarks what was lost or made up on the way
 */
public record TravellingQuestion(String place, Map<String, Object> tree, List<String> remarks) {
    public TravellingQuestion {
        tree = Collections.unmodifiableMap(tree);
        remarks = List.copyOf(remarks);
    }

    /** One of ours, to be written. */
    public static TravellingQuestion of(Map<String, Object> tree) {
        return new TravellingQuestion("", tree, List.of());
    }

    public String id() {
        return text("id");
    }

    public String type() {
        return text("type");
    }

    /** A text of the tree; empty where there is none. */
    public String text(String field) {
        return Tree.text(tree, field);
    }
}
