package descent.editor.bank;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file of questions on its way into a course. It goes when its upload goes. */
@Entity
@Table(name = "editor_import")
public class BankImport extends PanacheEntityBase {
    /** How far it has come. */
    public enum State {
        /** It is being read and compared with the course, or will be. */
        READING,
        /** It can be looked at, and chosen from. */
        READ,
        /** What was chosen is being put into the files, or will be. */
        TAKING,
        /** The check is at work, and at its end learners see all of it or nothing. */
        PUBLISHING,
        DONE;

        /** Whether a job is at work on it, or will be. */
        public boolean isAtWork() {
            return this == READING || this == TAKING || this == PUBLISHING;
        }
    }

    /** Of the upload. */
    @Id public UUID id;

    public String course;
    public String lesson;
    public String format;
    public String concept;
    public String section;
    public String difficulty;

    @Enumerated(EnumType.STRING)
    public State state;

    public int done;

    /** 0 while nobody knows. */
    public int total;

    /** What came of it, for its sender; empty while nothing did. */
    public String said;

    protected BankImport() {}

    BankImport(String course, String lesson, String format, Topic topic) {
        // Until the file is kept.
        this.id = new UUID(0, 0);
        this.course = course;
        this.lesson = lesson;
        this.format = format;
        this.concept = topic.concept();
        this.section = topic.section();
        this.difficulty = topic.difficulty();
        this.state = State.READING;
        this.said = "";
    }

    Topic topic() {
        return new Topic(concept, section, difficulty);
    }
}
