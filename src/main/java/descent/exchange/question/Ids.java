package descent.exchange.question;

import descent.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ids for questions that come without one of ours: the same name or text gives the same id. */
final class Ids {
    private static final Pattern OURS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    private Ids() {}

    /** A name that another program gave; one of ours stays as it is. */
    static String named(String name) {
        if (OURS.matcher(name).matches() && name.length() <= 2 * LONGEST) {
            return name;
        }
        return slug(name, name);
    }

    private static String slug(String words, String whole) {
        var plain =
                Normalizer.normalize(words, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        var start = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        return "q-" + (start.isEmpty() ? "" : start + "-") + hash(whole);
    }

    static String of(String text) {
        return slug(Sketch.start(text), text);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
    }
}
