package descent.audio.track;

import descent.audio.script.Track;
import descent.audio.sound.OwnCaptions;
import descent.audio.sound.Recording;
import descent.audio.speech.SpeechException;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.blob.Blobs;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Recordings that authors upload, whole or in pieces, in the place of the synthetic voice. */
@ApplicationScoped
public class Recordings {
    /** Below what the program takes as the body of a request. */
    public static final int PIECE = 1024 * 1024;

    private static final int MOST_CAPTIONS = 500_000;

    private final EntityManager database;
    private final Blobs blobs;
    private final AudioConfig config;
    private final AuditLog audit;
    private final Clock clock;

    Recordings(
            EntityManager database, Blobs blobs, AudioConfig config, AuditLog audit, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    public int limit() {
        return config.recordingLimit();
    }

    /** Takes a piece, once however often it is sent. */
    @Transactional
    public void piece(UUID upload, UUID author, int first, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > PIECE || first < 0) {
            throw Problem.badRequest(
                    "A piece has 1 to %d bytes and begins at 0 or behind, not %d at %d."
                            .formatted(PIECE, bytes.length, first));
        }
        if ((long) first + bytes.length > limit()) {
            throw tooLarge();
        }
        database.createNativeQuery(
                        """
                        insert into audio_upload (id, first, person_id, bytes, created_at)
                        values (:id, :first, :person, :bytes, :now) on conflict do nothing
                        """)
                .setParameter("id", upload)
                .setParameter("first", first)
                .setParameter("person", author)
                .setParameter("bytes", bytes)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * The pieces of an author's upload as one; they are gone afterwards.
     *
     * @throws Problem 400 when one of them has not come
     */
    @Transactional
    public byte[] joined(UUID upload, UUID author) {
        List<?> pieces =
                database.createNativeQuery(
                                "select first, bytes from audio_upload where id = :id and person_id = :person order by first",
                                Tuple.class)
                        .setParameter("id", upload)
                        .setParameter("person", author)
                        .getResultList();
        var all = new ByteArrayOutputStream();
        for (var each : pieces) {
            var piece = (Tuple) each;
            if (piece.get(0, Integer.class) != all.size()) {
                throw Problem.badRequest(
                        "A piece of this recording is missing, at byte %d. Send it again."
                                .formatted(all.size()));
            }
            all.writeBytes(piece.get(1, byte[].class));
        }
        database.createNativeQuery(
                        "delete from audio_upload where id = :id and person_id = :person")
                .setParameter("id", upload)
                .setParameter("person", author)
                .executeUpdate();
        return all.toByteArray();
    }

    /**
     * @throws Problem when it is no sound file, or too large
     */
    @Transactional
    public void keep(String course, String lesson, Track track, UUID author, byte[] bytes) {
        if (bytes.length > limit()) {
            throw tooLarge();
        }
        var recording = read(bytes);
        var key = new RecordingRow.Key(course, lesson, track);
        var row = RecordingRow.<RecordingRow>findByIdOptional(key).orElseGet(RecordingRow::new);
        row.key = key;
        row.blob = blobs.keep(bytes);
        row.kind = recording.kind();
        row.millis = recording.millis();
        row.captions = "";
        row.uploadedBy = author;
        row.uploadedAt = clock.instant();
        row.persist();
        record(course, lesson, track, "uploaded");
    }

    /**
     * Gives a recording its captions, in the place of earlier ones.
     *
     * @param bytes WebVTT
     * @throws Problem 404 when there is no recording, 400 when these are no captions of it
     */
    @Transactional
    public void caption(String course, String lesson, Track track, byte[] bytes) {
        var row =
                RecordingRow.<RecordingRow>findByIdOptional(
                                new RecordingRow.Key(course, lesson, track))
                        .orElseThrow(() -> Problem.notFound("recording"));
        if (bytes.length > MOST_CAPTIONS) {
            throw Problem.badRequest(
                    "Captions have at most %d kilobytes.".formatted(MOST_CAPTIONS / 1000));
        }
        try {
            row.captions = OwnCaptions.of(text(bytes), row.millis);
        } catch (SpeechException e) {
            throw Problem.badRequest("These captions cannot be taken, %s.".formatted(e.reason()));
        }
        record(course, lesson, track, "captioned");
    }

    private static String text(byte[] bytes) throws SpeechException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new SpeechException("the file is not a text in UTF-8", e);
        }
    }

    @Transactional
    public void remove(String course, String lesson, Track track) {
        RecordingRow.deleteById(new RecordingRow.Key(course, lesson, track));
        record(course, lesson, track, "removed");
    }

    private void record(String course, String lesson, Track track, String how) {
        audit.record(
                AuditAction.IMPORTED,
                AuditSubject.course(course),
                Map.of("recording " + how, lesson + " " + track.path()));
    }

    private static Recording read(byte[] bytes) {
        try {
            return Recording.of(bytes);
        } catch (SpeechException e) {
            throw Problem.badRequest(
                    "This is no recording that can be played: %s. MP3 and WAV can."
                            .formatted(e.reason()));
        }
    }

    private Problem tooLarge() {
        return Problem.badRequest(
                "A recording has at most %d megabytes. As MP3 an hour takes about 30."
                        .formatted(limit() / 1_000_000));
    }
}
