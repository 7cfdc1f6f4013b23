package descent.flashcard.own;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file of cards that somebody looks at before taking it over. */
@Entity
@Table(name = "flashcard_import")
class PendingImport extends PanacheEntityBase {
    @Id public UUID id;
    public UUID personId;
    public String courseId;
    public String fileName;
    public byte[] file;
    public Instant at;

    protected PendingImport() {}

    PendingImport(UUID personId, String courseId, String fileName, byte[] file, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.courseId = courseId;
        this.fileName = fileName;
        this.file = file;
        this.at = now;
    }
}
