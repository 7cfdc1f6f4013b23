package descent.editor.upload;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file that an author has sent and not taken over yet. */
@Entity
@Table(name = "editor_upload")
public class Upload extends PanacheEntityBase {
    @Id public UUID id;
    public UUID personId;
    public String fileName;
    public byte[] file;
    public Instant at;

    protected Upload() {}

    Upload(UUID personId, String fileName, byte[] file, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.fileName = fileName;
        this.file = file;
        this.at = now;
    }
}
