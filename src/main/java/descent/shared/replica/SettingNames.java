package descent.shared.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names of all settings of ours, from a list that a test compares with what the program reads.
 * A name that ends in a star is the beginning of any number of them.
 */
final class SettingNames {
    private static final String LIST = "/descent/settings.txt";
    private static final String OURS = "descent.";

    /** What Kubernetes puts into the environment for a service that is called like the program. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("(.*\\.)?(service\\.(host|port)(\\..+)?|port(\\.\\d+\\..+)?)");

    /** More letters wrong than these are not a slip. */
    private static final int FARTHEST = 3;

    private final SequencedSet<String> names = new TreeSet<>();

    SettingNames(List<String> names) {
        this.names.addAll(names);
    }

    static SettingNames known() {
        try (var list =
                Objects.requireNonNull(SettingNames.class.getResourceAsStream(LIST), LIST)) {
            return new SettingNames(
                    new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence for each of these names that looks like ours and is not. */
    List<String> objections(Iterable<String> given) {
        // One that comes from the environment is told by both of its names.
        var unknown = new TreeMap<String, String>();
        for (var name : given) {
            var plain = plain(name);
            if (plain.startsWith(OURS)
                    && !isKnown(plain)
                    && !SERVICE_LINK.matcher(plain.substring(OURS.length())).matches()) {
                unknown.merge(plain, name, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }
        var sentences = new ArrayList<String>();
        for (var name : unknown.values()) {
            sentences.add(
                    "There is no setting %s.%s"
                            .formatted(
                                    name,
                                    nearest(name)
                                            .map(near -> " Did you mean " + near + "?")
                                            .orElse("")));
        }
        return sentences;
    }

    /** As the environment writes them all alike: DESCENT_DB_URL. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("\\[\\d+]$", "")
                .replaceAll("[^a-z0-9]+", ".");
    }

    private boolean isKnown(String plain) {
        return names.stream()
                .anyMatch(known ->
                        known.endsWith("*")
                                ? plain.startsWith(plain(known.substring(0, known.length() - 1)))
                                : plain.equals(plain(known)));
    }

    private Optional<String> nearest(String name) {
        var plain = plain(name);
        return names.stream()
                .min(Comparator.comparingInt(known -> distance(plain, plain(known))))
                .filter(known -> distance(plain, plain(known)) <= FARTHEST);
    }

    /** Letters to add, drop or change (Levenshtein). */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
