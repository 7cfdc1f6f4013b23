package descent.flashcard.own;

import descent.exchange.card.CardNote;
import descent.flashcard.deck.Deck;
import descent.flashcard.deck.Note;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A note of somebody's own. */
@Entity
@Table(name = "flashcard_note")
class OwnNote extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public UUID personId;
    public String courseId;

    @Enumerated(EnumType.STRING)
    public CardNote.Kind kind;

    public String front = "";
    public String back = "";
    public String deck = "";
    public String tags = "";
    public String lessonId = "";
    public String section = "";
    public String concept = "";
    public Instant createdAt;

    protected OwnNote() {}

    OwnNote(UUID personId, String courseId, CardNote content, Instant now) {
        this.personId = personId;
        this.courseId = courseId;
        this.createdAt = now;
        this.kind = content.kind();
        write(content);
    }

    void write(CardNote content) {
        kind = content.kind();
        front = content.front();
        back = content.back();
        deck = content.deck();
        tags = String.join(" ", content.tags());
    }

    CardNote content() {
        return new CardNote(kind, front, back, CardNote.tags(tags), deck);
    }

    Note note() {
        return new Note(
                "own." + id,
                Deck.own(deck),
                content(),
                lessonId.isEmpty() ? null : lessonId,
                section,
                concept);
    }
}
