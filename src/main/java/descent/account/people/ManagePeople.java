package descent.account.people;

import descent.account.Person;
import descent.account.Role;
import descent.account.session.Sessions;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Gives people roles, and takes their account away from them and back. All of it is audited. */
@ApplicationScoped
public class ManagePeople {
    private final People people;
    private final Sessions sessions;
    private final News news;
    private final AuditLog audit;
    private final Clock clock;

    ManagePeople(People people, Sessions sessions, News news, AuditLog audit, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** Holds from the person's next request on. */
    @Transactional
    public void give(UUID id, Role role) {
        var person = people.person(id);
        if (person.role == role) {
            return;
        }
        LastAdmin.mustStay(person);
        audit.record(
                AuditAction.ROLE_CHANGED,
                AuditSubject.person(id),
                Map.of("from", person.role.toString(), "to", role.toString()));
        person.role = role;
    }

    /**
     * Signs a person out everywhere, and in nowhere any more.
     *
     * @param by who does it: nobody locks himself out
     */
    @Transactional
    public void disable(UUID id, UUID by) {
        var person = people.person(id);
        if (id.equals(by)) {
            throw Problem.conflict("Nobody disables the own account. Another admin can.");
        }
        if (person.disabledAt != null) {
            return;
        }
        LastAdmin.mustStay(person);
        person.disabledAt = clock.instant();
        record(person, "disabled");
        sessions.endAll(id);
        news.send(Topic.PERSON_GONE, id.toString());
    }

    @Transactional
    public void enable(UUID id) {
        var person = people.person(id);
        if (person.disabledAt != null) {
            person.disabledAt = null;
            record(person, "enabled");
        }
    }

    private void record(Person person, String how) {
        audit.record(
                AuditAction.PERSON_DISABLED, AuditSubject.person(person.id), Map.of("how", how));
    }
}
