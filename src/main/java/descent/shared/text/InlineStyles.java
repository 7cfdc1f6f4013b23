package descent.shared.text;

import descent.shared.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns inline styles, which our content security policy forbids, into classes: each distinct
 * declaration gets one class, named after its own hash, so that every replica gives it the same
 * name.
 */
record InlineStyles(String html, Map<String, String> declarationByClass) {
    private static final Pattern TAG_WITH_STYLE =
            Pattern.compile("<([a-z]+)([^<>]*?) style=\"([^\"]*)\"([^<>]*)>");
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]*)\"");

    static InlineStyles extracted(String html) {
        var declarations = new LinkedHashMap<String, String>();
        var classed =
                TAG_WITH_STYLE
                        .matcher(html)
                        .replaceAll(tag -> {
                            var declaration = tag.group(3);
                            var name = className(declaration);
                            declarations.put(name, declaration);
                            return Matcher.quoteReplacement(
                                    "<"
                                            + tag.group(1)
                                            + withClass(tag.group(2) + tag.group(4), name)
                                            + ">");
                        });
        return new InlineStyles(classed, Map.copyOf(declarations));
    }

    private static String withClass(String attributes, String name) {
        var existing = CLASS.matcher(attributes);
        return existing.find()
                ? attributes.substring(0, existing.start(1))
                        + existing.group(1)
                        + " "
                        + name
                        + attributes.substring(existing.end(1))
                : attributes + " class=\"" + name + "\"";
    }

    private static String className(String declaration) {
        return "k" + Sha256.of(declaration).substring(0, 8);
    }
}
