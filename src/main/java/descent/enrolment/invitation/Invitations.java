package descent.enrolment.invitation;

import descent.enrolment.Enrol;
import descent.enrolment.GroupName;
import descent.shared.Token;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.mail.MailServer;
import descent.shared.mail.Outbox;
import descent.shared.web.Addresses;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Invites people to a course, and lets them in by their invitation. */
@ApplicationScoped
public class Invitations {
    private static final Duration LIFE = Duration.ofDays(60);

    private final Enrol enrol;
    private final Outbox outbox;
    private final MailServer server;
    private final Addresses addresses;
    private final AuditLog audit;
    private final Clock clock;

    Invitations(
            Enrol enrol,
            Outbox outbox,
            MailServer server,
            Addresses addresses,
            AuditLog audit,
            Clock clock) {
        this.enrol = enrol;
        this.outbox = outbox;
        this.server = server;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A link to pass on, shown once.
     *
     * @param to an address; empty for a class
     */
    public record Link(String to, String url) {}

    /**
     * What became of a list.
     *
     * @param invited how many addresses are invited now
     * @param known how many were invited already
     * @param links to pass on, where no mail is sent
     */
    public record Invited(int invited, int known, List<Link> links) {}

    @Transactional
    List<Invitation> all(String courseId) {
        return Invitation.list("courseId = ?1 order by createdAt desc, email", courseId);
    }

    /** A link that lets in whoever gets hold of it, until it is over or withdrawn. */
    @Transactional
    Link forClass(String courseId, GroupName group, UUID by) {
        var invitation = make(courseId, "", group, by);
        record(courseId, "link for a class");
        return link(invitation);
    }

    /** One invitation for each address. Who has one already gets no second one. */
    @Transactional
    Invited forAddresses(String courseId, AddressList list, UUID by) {
        var known = invitedTo(courseId);
        var links = new ArrayList<Link>();
        int invited = 0;
        for (var entry : list.groups().entrySet()) {
            var email = entry.getKey().text();
            if (known.add(email)) {
                var invitation = make(courseId, email, entry.getValue(), by);
                send(invitation).ifPresent(links::add);
                invited++;
            }
        }
        record(courseId, invited + " addresses invited");
        return new Invited(invited, list.groups().size() - invited, links);
    }

    private static Set<String> invitedTo(String courseId) {
        return Invitation.find("select email from Invitation where courseId = ?1", courseId)
                .project(String.class)
                .stream()
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Sends the mail again, or makes a new link to pass on. The older link is over. */
    @Transactional
    Optional<Link> again(String courseId, UUID id) {
        var invitation = find(courseId, id);
        if (invitation.uses > 0) {
            throw Problem.conflict("This invitation was taken up already.");
        }
        invitation.expiresAt = clock.instant().plus(LIFE);
        return send(invitation);
    }

    @Transactional
    void withdraw(String courseId, UUID id) {
        find(courseId, id).delete();
        record(courseId, "invitation withdrawn");
    }

    /** The invitation behind a link, for the page that asks whether to take it up. */
    @Transactional
    Optional<Invitation> behind(Token token) {
        return Invitation.good(token, clock.instant());
    }

    /**
     * Brings somebody into the course.
     *
     * @return the course's id
     */
    @Transactional
    String takeUp(Token token, UUID person) {
        var invitation =
                Invitation.good(token, clock.instant())
                        .orElseThrow(InvitationPages::invitationIsOver);
        invitation.uses++;
        enrol.byInvitation(person, invitation.courseId, invitation.groupName);
        return invitation.courseId;
    }

    @Transactional
    void removeOld() {
        Invitation.delete("expiresAt < ?1", clock.instant());
    }

    private Invitation make(String courseId, String email, GroupName group, UUID by) {
        var invitation = new Invitation(courseId, email, group.text(), by, LIFE, clock.instant());
        invitation.persist();
        return invitation;
    }

    private Optional<Link> send(Invitation invitation) {
        if (!server.isThere()) {
            return Optional.of(link(invitation));
        }
        outbox.put(
                InvitationLetter.KIND,
                invitation.email,
                Map.of("invitation", invitation.id.toString()));
        return Optional.empty();
    }

    private Link link(Invitation invitation) {
        var url = addresses.absolute("/invitations/" + invitation.newLink().text());
        return new Link(invitation.email, url);
    }

    private static Invitation find(String courseId, UUID id) {
        return Invitation.<Invitation>find("id = ?1 and courseId = ?2", id, courseId)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("such invitation"));
    }

    private void record(String courseId, String how) {
        audit.record(
                AuditAction.ENROLMENT_CHANGED, AuditSubject.course(courseId), Map.of("how", how));
    }
}
