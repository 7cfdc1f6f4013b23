package descent.enrolment.invitation;

import descent.account.Person;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Invitations that went to a person's address, as a part of what is known of them. */
@ApplicationScoped
class InvitationData implements PersonalData {
    record Part(String course, String group, Instant invitedAt) {}

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public String kept() {
        return "That somebody invited your e-mail address to a course, whether or not you have an account: for 60 days.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Invitation.<Invitation>list("email", email(personId)).stream()
                .map(each -> new Part(each.courseId, each.groupName, each.createdAt))
                .toList();
    }

    @Override
    public void forget(UUID personId) {
        Invitation.delete("email", email(personId));
    }

    private static String email(UUID personId) {
        Person person = Person.findById(personId);
        return person.email;
    }
}
