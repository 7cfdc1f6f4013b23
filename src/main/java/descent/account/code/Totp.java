package descent.account.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238): the code of a step of 30 seconds is cut out of
 * HMAC-SHA-1 over the number of the step (RFC 4226, section 5.3).
 */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String FORM = "%06d";
    private static final int MODULUS = 1_000_000;

    /** One step either way, for clocks that are a little off (RFC 6238, section 5.2). */
    private static final int TOLERANCE = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    static String code(byte[] secret, long step) {
        return FORM.formatted(truncated(secret, step) % MODULUS);
    }

    /**
     * The step whose code this is.
     *
     * @param after the last step whose code was taken: each works once
     */
    static OptionalLong stepOf(String code, byte[] secret, long after, Instant now) {
        long current = step(now);
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (step > after && equal(code(secret, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The 31 bits at the place that the last four bits of the hash name. */
    static int truncated(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int at = hash[hash.length - 1] & 0xf;
        return ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
