package descent.account.profile;

import descent.account.Person;
import descent.account.people.LastAdmin;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes a person with all that belongs to them. What stays is the audit log, in which a number
 * stands that is nobody's any more.
 */
@ApplicationScoped
public class DeletePerson {
    private final PersonalArchive data;
    private final Outbox outbox;
    private final AuditLog audit;
    private final News news;

    DeletePerson(PersonalArchive data, Outbox outbox, AuditLog audit, News news) {
        this.data = data;
        this.outbox = outbox;
        this.audit = audit;
        this.news = news;
    }

    /**
     * @param actorId who does it: the person, or an admin
     */
    @Transactional
    public void delete(UUID personId, UUID actorId) {
        Person person = Person.findById(personId);
        LastAdmin.mustStay(person);
        data.parts().forEach(part -> part.forget(personId));
        outbox.forget(person.email);
        audit.record(actorId, AuditAction.PERSON_DELETED, AuditSubject.person(personId), Map.of());
        person.delete();
        news.send(Topic.SESSIONS_ENDED, personId.toString());
        news.send(Topic.PERSON_GONE, personId.toString());
    }
}
