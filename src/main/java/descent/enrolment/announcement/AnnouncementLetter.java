package descent.enrolment.announcement;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.course.Courses;
import descent.enrolment.Enrolments;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The mail with an announcement, to whoever still takes the course when it is sent. */
@ApplicationScoped
class AnnouncementLetter implements LetterKind {
    static final String KIND = "announcement";

    private final Courses courses;
    private final Enrolments enrolments;
    private final Addresses addresses;

    AnnouncementLetter(Courses courses, Enrolments enrolments, Addresses addresses) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.addresses = addresses;
    }

    @CheckedTemplate(
            basePath = "enrolment/letter",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance announcement(
                String name, String course, String text, String link);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Optional<String> topic() {
        return Optional.of("announcements of courses");
    }

    @Override
    public Optional<Letter> letter(String recipient, About about) {
        var id = UUID.fromString(about.get("announcement"));
        var person = EmailAddress.of(recipient).flatMap(Person::withEmail);
        return Announcement.<Announcement>findByIdOptional(id)
                .flatMap(announcement ->
                        person.filter(who -> enrolments.isEnrolled(who.id, announcement.courseId))
                                .flatMap(who -> letter(announcement, who)));
    }

    private Optional<Letter> letter(Announcement announcement, Person person) {
        return courses.find(announcement.courseId)
                .map(course ->
                        new Letter(
                                course.title() + ": " + announcement.title,
                                Templates.announcement(
                                                person.name,
                                                course.title(),
                                                announcement.text,
                                                addresses.absolute("/courses/" + course.id()))
                                        .render()));
    }
}
