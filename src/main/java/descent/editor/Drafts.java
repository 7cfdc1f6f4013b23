package descent.editor;

import descent.question.tree.Trees;
import descent.shared.personal.PersonalData;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what authors enter until they publish it or drop it. */
@ApplicationScoped
public class Drafts implements PersonalData {
    private final Clock clock;

    Drafts(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Optional<Draft> find(PartPath part, UUID author) {
        return Draft.findByIdOptional(key(part, author));
    }

    /**
     * @param published what learners see: a draft that says the same is none
     */
    @Transactional
    public void keep(PartPath part, UUID author, long base, String text, String published) {
        if (text.equals(published)) {
            drop(part, author);
            return;
        }
        if (!Trees.storable(text)) {
            throw Problem.badRequest(
                    "The text holds a character that no text may have: NUL, or half of a pair.");
        }
        Draft.keep(key(part, author), base, text, clock.instant());
    }

    @Transactional
    public void drop(PartPath part, UUID author) {
        Draft.deleteById(key(part, author));
    }

    /** Of all authors, the latest first. */
    @Transactional
    public List<Draft> of(PartPath part) {
        return Draft.list("key.path = ?1 order by savedAt desc", part.path());
    }

    /** Of all authors and files of a course. */
    @Transactional
    List<Draft> ofCourse(String course) {
        return Draft.list("key.path like ?1 escape '!'", course.replace("_", "!_") + "/%");
    }

    private static Draft.Key key(PartPath part, UUID author) {
        return new Draft.Key(author, part.path());
    }

    /** A draft as its author takes it along. */
    record Part(String path, String text, Instant savedAt) {}

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public String kept() {
        return "If you are an author: texts that you have begun and not published, until you publish or drop them, or delete the account. What you publish stays, without your name once you have left.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Draft.<Draft>list("key.authorId", personId).stream()
                .map(draft -> new Part(draft.key.path(), draft.text, draft.savedAt))
                .toList();
    }
}
