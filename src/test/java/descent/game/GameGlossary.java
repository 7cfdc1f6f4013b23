package descent.game;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A glossary with enough short definitions for every game. */
public final class GameGlossary {
    public static final String TEXT =
            """
            terms:
              - {id: gradient, term: gradient, also: [slope], definition: "The list of the loss's slopes, one for each weight."}
              - {id: learning-rate, term: learning rate, definition: "The factor between slope and step."}
              - {id: batch, term: batch, definition: "The examples from which one step is computed."}
              - {id: epoch, term: epoch, definition: "One pass through all examples of the training set."}
              - {id: bias, term: bias, definition: "The number that a unit adds to its weighted sum."}
              - {id: softmax, term: softmax, definition: "A way to turn scores into shares that sum up to one."}
            """;

    private static final Pattern LINE = Pattern.compile("term: ([^,]+),.*definition: \"(.*)\"");

    private GameGlossary() {}

    /** Definitions by their terms. */
    public static Map<String, String> meanings() {
        var meanings = new HashMap<String, String>();
        TEXT.lines()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .forEach(found -> meanings.put(found.group(1), found.group(2)));
        return meanings;
    }
}
