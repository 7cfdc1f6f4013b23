package descent.shared.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;

/** The id of a heading: what stands in {@code {#…}} at its end, else its words. */
record HeadingId(String value, boolean given) {
    private static final Pattern GIVEN = Pattern.compile("\\s*\\{#([a-z0-9-]+)}\\s*$");

    /** Takes a given id out of the heading's text: call {@link #of} afterwards. */
    static void takeOut(Heading heading) {
        if (heading.getLastChild() instanceof Text last) {
            var match = GIVEN.matcher(last.getLiteral());
            if (match.find()) {
                last.setLiteral(last.getLiteral().substring(0, match.start()));
                heading.appendChild(new Marker(match.group(1)));
            }
        }
    }

    static HeadingId of(Heading heading) {
        if (heading.getLastChild() instanceof Marker marker) {
            return new HeadingId(marker.id, true);
        }
        var words = PlainText.of(heading);
        var slug =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return new HeadingId(slug.isEmpty() ? "section" : slug, false);
    }

    /** Stands in the tree where the id was written; writes nothing. */
    static final class Marker extends CustomNode {
        private final String id;

        private Marker(String id) {
            this.id = id;
        }
    }
}
