package descent.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name by which others see a person. */
public record DisplayName(String text) {
    public static final int LONGEST = 100;

    /** Control characters, and those that turn the direction of the text around them. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    public static Optional<DisplayName> of(String typed) {
        var text = UNSEEN.matcher(typed).replaceAll("").strip();
        return text.isEmpty() || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new DisplayName(text));
    }
}
