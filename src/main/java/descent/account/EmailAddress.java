package descent.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, in lower case: the name by which people sign in. */
public record EmailAddress(String text) {
    /** Only what every mail server accepts; whether somebody reads it, a mail alone can tell. */
    private static final Pattern FORM =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\\\\\]]{1,64}@[a-z0-9.-]+\\.[a-z0-9-]{2,63}");

    public static Optional<EmailAddress> of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() <= 254 && FORM.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }
}
