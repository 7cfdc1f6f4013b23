package descent.audio.track;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Courses;
import descent.shared.Sha256;
import descent.shared.blob.Blobs;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is made stays while a course wants it, and no longer. */
@QuarkusTest
class KeptSoundsTest {
    @Inject Courses courses;
    @Inject Wanted wanted;
    @Inject SoundQueue queue;
    @Inject QueueSounds queueSounds;
    @Inject HeldBlobs heldBlobs;
    @Inject Blobs blobs;

    private static Sound row(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Sound.<Sound>findByIdOptional(key).orElseThrow());
    }

    private String ready() {
        var key = wanted.of(courses.course("sample")).getFirst().key();
        Eventually.isTrue(
                "the sound",
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() ->
                                        Sound.count(
                                                        "key = ?1 and state = ?2",
                                                        key,
                                                        SoundState.READY)
                                                == 1));
        return key;
    }

    @Test
    void sameTextIsSpokenOnce() {
        var key = ready();
        var made = row(key);
        queue.add("sample", wanted.of(courses.course("sample")));
        var again = row(key);
        assertEquals(SoundState.READY, again.state);
        assertEquals(made.endedAt, again.endedAt);
        assertEquals(made.blob, again.blob);
    }

    @Test
    void whatNoCourseWantsIsForgottenAfterADay() {
        var wantedKey = ready();
        var old = unwanted(Duration.ofHours(25));
        var young = unwanted(Duration.ofHours(23));
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Sound.update(
                                "queuedAt = ?1, endedAt = ?1 where key = ?2",
                                Instant.now().minus(Duration.ofDays(2)),
                                wantedKey));
        assertTrue(held(old));
        queueSounds.sweep();
        assertFalse(held(old));
        assertTrue(held(young));
        assertEquals(SoundState.READY, row(wantedKey).state);
        QuarkusTransaction.requiringNew().run(() -> Sound.deleteById(young));
    }

    /** A sound of a text that stands in no course any more. */
    private String unwanted(Duration age) {
        var key = UUID.randomUUID().toString();
        var then = Instant.now().minus(age);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    queue.addSample(key, "sample", "{}", 1);
                    var sound = Sound.<Sound>findByIdOptional(key).orElseThrow();
                    sound.blob = blobs.keep(key.getBytes(UTF_8));
                    sound.state = SoundState.READY;
                    sound.millis = 1L;
                    sound.timings = "[]";
                    sound.queuedAt = then;
                    sound.endedAt = then;
                });
        return key;
    }

    private boolean held(String key) {
        var blob = Sha256.of(key);
        return QuarkusTransaction.requiringNew().call(() -> heldBlobs.held().contains(blob));
    }
}
