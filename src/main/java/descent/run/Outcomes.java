package descent.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Why a run gave no value, in the form in which the outcomes of the engine are kept too. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * @param reason a sentence for the learner
     */
    public static String without(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason).toString();
    }
}
