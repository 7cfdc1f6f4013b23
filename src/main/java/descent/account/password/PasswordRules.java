package descent.account.password;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which passwords are taken: long enough, not one that everybody tries, not one's own name. Any
 * character, no more rules; what is typed is taken exactly as it is.
 */
@ApplicationScoped
public class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    /** A part of a name that is shorter than this may occur in a password by chance. */
    private static final int TELLING = 4;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final CommonPasswords common = CommonPasswords.ours();

    /**
     * @param about what others know of the person: name, e-mail address
     * @return why the password is not taken; empty when it is
     */
    public Optional<Complaint> refusal(String password, Collection<String> about) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Complaint(Kind.PASSWORD_LENGTH, length));
        }
        if (common.contains(password)) {
            return Optional.of(Complaint.of(Kind.PASSWORD_COMMON));
        }
        if (isAbout(password, about)) {
            return Optional.of(Complaint.of(Kind.PASSWORD_ABOUT_YOU));
        }
        return Optional.empty();
    }

    /**
     * Refuses what cannot be anybody's password, before it costs a hash.
     *
     * @throws Problem 400
     */
    public static void refuseOverlong(String password) {
        if (password.length() > 2 * LONGEST) {
            throw Problem.badRequest("A password has at most %d characters.".formatted(LONGEST));
        }
    }

    /** Whether little is left when the words that belong to the person are taken out. */
    private static boolean isAbout(String password, Collection<String> about) {
        var left = password.toLowerCase(Locale.ROOT);
        for (var word : words(about)) {
            left = left.replace(word, "");
        }
        return left.length() < TELLING && left.length() < password.length();
    }

    private static Iterable<String> words(Collection<String> about) {
        return Stream.concat(Stream.of("descent"), about.stream())
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .flatMap(text ->
                                Stream.concat(Stream.of(text), BETWEEN_WORDS.splitAsStream(text)))
                        .filter(word -> word.length() >= TELLING)
                        .distinct()
                        .sorted((a, b) -> b.length() - a.length())
                ::iterator;
    }
}
