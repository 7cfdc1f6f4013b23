package descent.enrolment.announcement;

import descent.account.CurrentPerson;
import descent.enrolment.Enrolments;
import descent.enrolment.Members;
import descent.shared.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes announcements and shows them to whom they are for. */
@ApplicationScoped
public class Announcements {
    /** What is older is found by nobody who looks for news. */
    private static final int SHOWN = 5;

    private final Enrolments enrolments;
    private final Members members;
    private final Outbox outbox;
    private final CurrentPerson person;
    private final Clock clock;

    Announcements(
            Enrolments enrolments,
            Members members,
            Outbox outbox,
            CurrentPerson person,
            Clock clock) {
        this.enrolments = enrolments;
        this.members = members;
        this.outbox = outbox;
        this.person = person;
        this.clock = clock;
    }

    /** Those that the sender of this request is to read, the newest first. */
    @Transactional
    public List<Announcement> shown(String courseId) {
        if (!enrolments.isEnrolled(courseId)) {
            return List.of();
        }
        var group = enrolments.groupOf(person.requiredId(), courseId);
        return Announcement.<Announcement>find(
                        "courseId = ?1 and (groupName = '' or groupName = ?2) order by publishedAt desc",
                        courseId,
                        group)
                .page(0, SHOWN)
                .list();
    }

    @Transactional
    List<Announcement> all(String courseId) {
        return Announcement.list("courseId = ?1 order by publishedAt desc", courseId);
    }

    /** On the page of the course from now on, and in a mail to each who takes it. */
    @Transactional
    void publish(String courseId, UUID author, TypedAnnouncement typed) {
        var announcement =
                new Announcement(
                        courseId,
                        typed.group(),
                        author,
                        typed.title(),
                        typed.text(),
                        clock.instant());
        announcement.persist();
        var about = Map.of("announcement", announcement.id.toString());
        members.addresses(courseId, typed.group())
                .forEach(email -> outbox.put(AnnouncementLetter.KIND, email.text(), about));
    }

    /** Takes one back. A mail that is not sent yet is not sent any more. */
    @Transactional
    void withdraw(String courseId, UUID id) {
        Announcement.delete("id = ?1 and courseId = ?2", id, courseId);
    }
}
