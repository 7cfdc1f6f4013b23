package descent.editor.bank;

import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
        /** The check is at work; at its end learners see all of it or nothing. */
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

    /**
     * How far the work on one has come.
     *
     * @throws Problem 404 when its sender does not want it any more
     */
    static void at(UUID id, int done, int total) {
        QuarkusTransaction.requiringNew().run(() -> step(id, done, total));
    }

    /** As {@link #at}, in the transaction of what has been done. */
    static void step(UUID id, int done, int total) {
        found(update("done = ?1, total = ?2 where id = ?3", done, total, id));
    }

    /** All is in the files, and the check begins. */
    static void check(UUID id, int total) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    step(id, total, total);
                    update(
                            "state = ?1 where id = ?2 and state = ?3",
                            State.PUBLISHING,
                            id,
                            State.TAKING);
                });
    }

    /**
     * Learners see it, once the transaction ends.
     *
     * @throws Problem 404 when its sender does not want it any more
     */
    static void finish(UUID id, String said) {
        found(update("state = ?1, said = ?2 where id = ?3", State.DONE, said, id));
    }

    /** Nothing is at work on it any more. */
    static void settle(UUID id, State state, String said) {
        QuarkusTransaction.requiringNew()
                .run(() -> update("state = ?1, said = ?2 where id = ?3", state, said, id));
    }

    private static void found(int rows) {
        if (rows == 0) {
            throw dropped();
        }
    }

    static Problem dropped() {
        return Problem.notFound("file of yours");
    }
}
