package descent.audio.page;

import descent.audio.track.Sounds.Playable;
import descent.shared.blob.Blobs;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** A sound file as an answer, whole or in part. It is read from the database as it is sent. */
@ApplicationScoped
public class SoundAnswer {
    private static final int PORTION = 256 * 1024;

    /** Who leaves the course hears for so long what the browser still has. */
    private static final String CACHING = "private, max-age=3600";

    private final Blobs blobs;

    SoundAnswer(Blobs blobs) {
        this.blobs = blobs;
    }

    public Response of(Playable sound, HttpHeaders headers) {
        var tag = '"' + sound.blob() + '"';
        if (tag.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return answer(304, sound, tag).build();
        }
        var condition = headers.getHeaderString("If-Range");
        var range =
                condition == null || condition.equals(tag)
                        ? ByteRange.of(headers.getHeaderString("Range"), sound.size())
                        : new ByteRange.Whole();
        return switch (range) {
            case ByteRange.Whole _ ->
                    answer(200, sound, tag)
                            .header(HttpHeaders.CONTENT_LENGTH, sound.size())
                            .entity(bytes(sound, 0, sound.size()))
                            .build();
            case ByteRange.Part part ->
                    answer(206, sound, tag)
                            .header(HttpHeaders.CONTENT_LENGTH, part.length())
                            .header(
                                    "Content-Range",
                                    "bytes %d-%d/%d"
                                            .formatted(part.from(), part.to(), sound.size()))
                            .entity(bytes(sound, part.from(), part.length()))
                            .build();
            case ByteRange.Unsatisfiable _ ->
                    Response.status(416)
                            .header("Content-Range", "bytes */" + sound.size())
                            .header("Accept-Ranges", "bytes")
                            .build();
        };
    }

    private static Response.ResponseBuilder answer(int status, Playable sound, String tag) {
        return Response.status(status)
                .type(sound.kind().type())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING);
    }

    private StreamingOutput bytes(Playable sound, int from, int length) {
        return out -> copy(sound, from, length, out);
    }

    private void copy(Playable sound, int from, int length, OutputStream out) throws IOException {
        for (int at = from; at < from + length; at += PORTION) {
            var portion =
                    blobs.read(sound.blob(), at, Math.min(PORTION, from + length - at))
                            .orElseThrow(() -> Problem.notFound("sound"));
            out.write(portion);
        }
    }
}
