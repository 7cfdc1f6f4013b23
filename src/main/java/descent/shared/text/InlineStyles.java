package descent.shared.text;

import descent.shared.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns inline styles, which our content security policy forbids, into classes: each distinct
 * declaration gets one class, named after its own hash, so that every replica gives it the same
 * name.
 */
record InlineStyles(String html, Map<String, String> declarationByClass) {
    private static final Pattern TAG_WITH_STYLE =
            Pattern.compile("<([a-z]+)([^<>]*?) style=\"([^\"]*)\"([^<>]*)>");
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\bk[0-9a-f]{8}\\b");

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

    /** The classes that something drawn has; a word that looks like one may be among them. */
    static Set<String> names(Html drawn) {
        return NAME.matcher(drawn.text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
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
