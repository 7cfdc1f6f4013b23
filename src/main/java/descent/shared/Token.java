package descent.shared;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 256 bits that its holder presents. The database knows its hash alone. */
public record Token(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public String hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "Token(…)";
    }
}
