package descent.account.password;

import descent.account.AccountConfig;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and compares them. At most two at a time: each takes 19 MiB and a
 * core for a while, and a storm of sign-ins shall not take the pages with it.
 */
@ApplicationScoped
public class Passwords {
    private static final int PARALLELISM = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern ENCODED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(2, true);

    private final AccountConfig.Hashing cost;

    /** Compared with where nobody has the name: known and unknown people take the same time. */
    private final String nobody;

    Passwords(AccountConfig config) {
        this.cost = config.password();
        this.nobody = hashed("nobody's password");
    }

    /** With a salt of its own, in the text form that names its parameters. */
    public String hashed(String password) {
        return inTurn(() -> {
            var salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            var hash =
                    argon2(
                            password,
                            salt,
                            cost.memoryKib(),
                            cost.iterations(),
                            PARALLELISM,
                            HASH_BYTES);
            return parameters() + "$" + base64(salt) + "$" + base64(hash);
        });
    }

    /** Whether a stored hash was made at another cost than today's. */
    boolean isOutdated(String encoded) {
        return !encoded.startsWith(parameters() + "$");
    }

    private String parameters() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d"
                .formatted(cost.memoryKib(), cost.iterations(), PARALLELISM);
    }

    /**
     * @param encoded the stored hash; empty, for somebody unknown, takes as long and does not match
     * @param onTurn called when the turn has come, right before the password is hashed
     */
    boolean match(String password, Optional<String> encoded, Runnable onTurn) {
        return inTurn(() -> {
            onTurn.run();
            return matches(password, encoded.orElse(nobody)) && encoded.isPresent();
        });
    }

    /** Compares a password with a hash that belongs to nobody's account yet. */
    public boolean match(String password, String encoded) {
        return match(password, Optional.of(encoded), () -> {});
    }

    private static boolean matches(String password, String encoded) {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "a stored password is not in the form that this program writes");
        }
        var salt = Base64.getDecoder().decode(parts.group(4));
        var expected = Base64.getDecoder().decode(parts.group(5));
        var actual =
                argon2(
                        password,
                        salt,
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] argon2(
            String password, byte[] salt, int memory, int iterations, int parallelism, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(iterations)
                        .withParallelism(parallelism)
                        .withSalt(salt)
                        .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        takePlace();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable(
                        "Many people are signing in. Try again in a moment.", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The program is ending.", PATIENCE);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
