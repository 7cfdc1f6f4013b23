package descent.editor.later;

import descent.editor.PartPath;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps texts until their time has come, or their author thinks better of it. */
@ApplicationScoped
public class Plans implements PersonalData {
    private final Clock clock;

    Plans(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Optional<Planned> find(PartPath part, UUID author) {
        return Planned.findByIdOptional(new Planned.Key(author, part.path()));
    }

    /** In the place of an earlier plan of this author for this file. */
    @Transactional
    void plan(PartPath part, UUID author, long base, String text, Instant at) {
        cancel(part, author);
        new Planned(new Planned.Key(author, part.path()), base, text, at).persist();
    }

    @Transactional
    void cancel(PartPath part, UUID author) {
        Planned.delete("key.authorId = ?1 and key.path = ?2", author, part.path());
    }

    /** Those whose time has come. */
    @Transactional
    List<Planned> due() {
        return Planned.list("at <= ?1 and refused is null order by at", clock.instant());
    }

    @Transactional
    void refuse(Planned planned, String why) {
        Planned.update("refused = ?1 where key = ?2", why, planned.key);
    }

    @Transactional
    void done(Planned planned) {
        Planned.deleteById(planned.key);
    }

    /** A plan as its author takes it along. */
    record Part(String path, String text, Instant at) {}

    @Override
    public String name() {
        return "planned-publications";
    }

    @Override
    public String kept() {
        return "If you are an author: texts that are to be published at a time, until they are or you cancel it, or delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Planned.<Planned>list("key.authorId", personId).stream()
                .map(planned -> new Part(planned.key.path(), planned.text, planned.at))
                .toList();
    }
}
