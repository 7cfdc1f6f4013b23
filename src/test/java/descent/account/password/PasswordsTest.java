package descent.account.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.AccountConfig;
import descent.shared.web.Problem;
import descent.testing.SecondLane;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SecondLane
class PasswordsTest {
    private static final Passwords PASSWORDS = passwords(Map.of());

    /** At the program's own defaults, but for these settings. */
    static Passwords passwords(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(AccountConfig.class)
                        .withDefaultValues(settings)
                        .build();
        return new Passwords(config.getConfigMapping(AccountConfig.class));
    }

    @Test
    void a20HashIsArgon2idAtTheRecommendedCost() {
        var hash = PASSWORDS.hashed("correct horse battery");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertFalse(hash.contains("correct"));
        assertNotEquals(hash, PASSWORDS.hashed("correct horse battery"));
    }

    @Test
    void a18PasswordsThatDifferOnlyFarBehindDiffer() {
        var a = "x".repeat(74) + "a" + "yyyyy";
        var b = "x".repeat(74) + "b" + "yyyyy";
        var hash = PASSWORDS.hashed(a);
        assertTrue(PASSWORDS.match(a, hash));
        assertFalse(PASSWORDS.match(b, hash));
    }

    @Test
    void a18PasswordIsTakenExactlyAsTyped() {
        var hash = PASSWORDS.hashed(" Ångström 1 ");
        assertTrue(PASSWORDS.match(" Ångström 1 ", hash));
        assertFalse(PASSWORDS.match("Ångström 1", hash));
        assertFalse(PASSWORDS.match(" ångström 1 ", hash));
        assertFalse(PASSWORDS.match(" A\u030Angström 1 ", hash));
    }

    @Test
    void a20HashOfAnotherCostIsKnownAndOutdated() {
        var old =
                passwords(Map.of("descent.account.password.memory-kib", "8192"))
                        .hashed("correct horse battery");
        assertTrue(PASSWORDS.match("correct horse battery", old));
        assertTrue(PASSWORDS.isOutdated(old));
        assertFalse(PASSWORDS.isOutdated(PASSWORDS.hashed("correct horse battery")));
    }

    /** The hash of nobody costs what the others cost; the turn is the same for both. */
    @Test
    void a13UnknownPersonIsHashedLikeAKnownOne() {
        var turns = new AtomicInteger();
        assertFalse(PASSWORDS.match("nobody's password", Optional.empty(), turns::incrementAndGet));
        assertEquals(1, turns.get());
        var known = Optional.of(PASSWORDS.hashed("correct horse battery"));
        long best = best(() -> PASSWORDS.match("wrong", known, () -> {}));
        long nobody = best(() -> PASSWORDS.match("wrong", Optional.empty(), () -> {}));
        assertTrue(
                nobody > best / 2 && nobody < best * 2,
                "known %d µs, unknown %d µs".formatted(best / 1000, nobody / 1000));
    }

    @Test
    void a21AtMostTwoAreHashedAtATimeAndTheSurplusIsToldToWait() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var release = new CountDownLatch(1);
        List<Integer> refused = Collections.synchronizedList(new ArrayList<>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    PASSWORDS.match(
                                            "x",
                                            Optional.empty(),
                                            () -> {
                                                most.accumulateAndGet(
                                                        inside.incrementAndGet(), Math::max);
                                                await(release);
                                                inside.decrementAndGet();
                                            });
                                } catch (Problem problem) {
                                    refused.add(problem.status());
                                }
                            }));
        }
        Thread.sleep(Duration.ofMillis(3500));
        release.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(2, most.get());
        assertEquals(Collections.nCopies(18, 503), refused);
    }

    @Test
    void turnThatRefusesHashesNothing() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        PASSWORDS.match(
                                "x",
                                Optional.empty(),
                                () -> {
                                    throw new IllegalStateException("refused");
                                }));
        assertTrue(PASSWORDS.match("a password", PASSWORDS.hashed("a password")));
    }

    private static long best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 15; i++) {
            long begin = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
