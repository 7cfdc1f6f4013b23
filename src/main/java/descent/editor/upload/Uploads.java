package descent.editor.upload;

import descent.shared.Turn;
import descent.shared.personal.PersonalData;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Keeps what authors send between the look at it and the decision, and no longer than a day. */
@ApplicationScoped
public class Uploads implements PersonalData {
    private static final int MOST_EACH = 20;
    private static final int LONGEST_NAME = 200;

    private final Clock clock;

    Uploads(Clock clock) {
        this.clock = clock;
    }

    /** The bytes that came with a form. */
    public static byte[] bytes(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            return new byte[0];
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public UUID keep(UUID personId, String fileName, byte[] file) {
        Turn.take("files of " + personId);
        if (Upload.count("personId", personId) >= MOST_EACH) {
            throw Problem.conflict(
                    "%d files of yours wait to be taken over: take or drop them first. Each is dropped by itself after a day."
                            .formatted(MOST_EACH));
        }
        var name = fileName.replaceAll("\\p{Cntrl}", "");
        var upload =
                new Upload(
                        personId,
                        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                        file,
                        clock.instant());
        upload.persist();
        return upload.id;
    }

    /**
     * @throws Problem 404 when there is no such file of the person's
     */
    @Transactional
    public Upload find(UUID personId, UUID id) {
        return Upload.<Upload>findByIdOptional(id)
                .filter(upload -> upload.personId.equals(personId))
                .orElseThrow(() -> Problem.notFound("file of yours"));
    }

    /**
     * How its sender calls it.
     *
     * @throws Problem 404 when there is no such file of the person's
     */
    @Transactional
    public String name(UUID personId, UUID id) {
        return Upload.find(
                        "select fileName from Upload where id = ?1 and personId = ?2", id, personId)
                .project(String.class)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("file of yours"));
    }

    @Transactional
    public void drop(UUID personId, UUID id) {
        Upload.delete("id = ?1 and personId = ?2", id, personId);
    }

    /** An upload as its sender takes it along. */
    record Sent(String fileName, Instant at) {}

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public String kept() {
        return "If you are an author: files of course material that you have sent and not taken over yet, for a day.";
    }

    @Override
    public List<Sent> export(UUID personId) {
        return Upload.find("select fileName, at from Upload where personId = ?1", personId)
                .project(Sent.class)
                .list();
    }
}
