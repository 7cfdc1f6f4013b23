package descent.audio.track;

import descent.audio.script.Track;
import descent.audio.sound.Recording;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recording in the place of the synthetic voice. */
@Entity
@Table(name = "audio_recording")
class RecordingRow extends PanacheEntityBase {
    @Embeddable
    record Key(String courseId, String lessonId, @Enumerated(EnumType.STRING) Track track) {}

    @EmbeddedId public Key key;

    public String blob;

    @Enumerated(EnumType.STRING)
    public Recording.Kind kind;

    public long millis;

    /** WebVTT that came with it; empty for none. */
    public String captions = "";

    public @Nullable UUID uploadedBy;
    public Instant uploadedAt;

    protected RecordingRow() {}
}
