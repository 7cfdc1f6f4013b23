package descent.help;

import descent.shared.text.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A guide; its text stands in a Markdown file of its name. */
public enum Guide {
    LEARNERS("For learners", "Reading, training, remembering, being tested"),
    AUTHORS("For authors", "Changing what learners see, and seeing how they do"),
    ADMINS("For admins", "People, runs, mail, and the site as a whole");

    private final String title;
    private final String subtitle;
    private final Prose text;

    Guide(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
        this.text = Prose.of(read("/descent/help/" + id() + ".md"));
    }

    static Optional<Guide> of(String id) {
        return Arrays.stream(values()).filter(guide -> guide.id().equals(id)).findFirst();
    }

    /** As in addresses. */
    public final String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String subtitle() {
        return subtitle;
    }

    Prose text() {
        return text;
    }

    public List<Prose.Title> sections() {
        return text.titles();
    }

    private static String read(String resource) {
        try (InputStream file = Guide.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
