package descent.audio.track;

import descent.shared.blob.BlobHolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sounds that are kept as blobs. */
@ApplicationScoped
class HeldBlobs implements BlobHolder {
    @Override
    public Set<String> held() {
        return Stream.of(
                        "select blob from Sound where blob is not null",
                        "select blob from RecordingRow")
                .flatMap(query ->
                        Sound.getEntityManager().createQuery(query, String.class).getResultStream())
                .collect(Collectors.toSet());
    }
}
