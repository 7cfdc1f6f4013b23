package descent.enrolment.invitation;

import descent.account.Person;
import descent.course.Courses;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The mail with an invitation. Its link comes into being when it is sent. */
@ApplicationScoped
class InvitationLetter implements LetterKind {
    static final String KIND = "invitation";

    private final Courses courses;
    private final Addresses addresses;
    private final Clock clock;

    InvitationLetter(Courses courses, Addresses addresses, Clock clock) {
        this.courses = courses;
        this.addresses = addresses;
        this.clock = clock;
    }

    @CheckedTemplate(
            basePath = "enrolment/letter",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invitation(String by, String course, String link);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Optional<String> topic() {
        return Optional.of("invitations to courses");
    }

    @Override
    public Optional<Letter> letter(String recipient, About about) {
        return Invitation.<Invitation>findByIdOptional(UUID.fromString(about.get("invitation")))
                .filter(invitation -> invitation.isGood(clock.instant()))
                .flatMap(this::letter);
    }

    private Optional<Letter> letter(Invitation invitation) {
        var by =
                Optional.ofNullable(invitation.invitedBy)
                        .flatMap(id -> Person.<Person>findByIdOptional(id))
                        .map(person -> person.name)
                        .orElse("Somebody");
        return courses.find(invitation.courseId)
                .map(course -> {
                    var link = addresses.absolute("/invitations/" + invitation.newLink().text());
                    return new Letter(
                            "An invitation to " + course.title(),
                            Templates.invitation(by, course.title(), link).render());
                });
    }
}
