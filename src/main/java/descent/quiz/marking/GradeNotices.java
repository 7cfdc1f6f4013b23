package descent.quiz.marking;

import descent.account.Person;
import descent.quiz.attempt.Attempt;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.mail.Outbox;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells learners by mail that the points of an attempt have changed after it was graded. */
@ApplicationScoped
class GradeNotices implements LetterKind {
    private static final String KIND = "grade-changed";

    private final Outbox outbox;
    private final Addresses addresses;

    GradeNotices(Outbox outbox, Addresses addresses) {
        this.outbox = outbox;
        this.addresses = addresses;
    }

    @CheckedTemplate(
            basePath = "quiz/letter",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance gradeChanged(
                String name, int number, String test, String link);
    }

    void tell(Attempt attempt) {
        Person.<Person>findByIdOptional(attempt.personId)
                .ifPresent(person ->
                        outbox.put(KIND, person.email, Map.of("attempt", attempt.id.toString())));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String recipient, About about) {
        return Attempt.<Attempt>findByIdOptional(UUID.fromString(about.get("attempt")))
                .flatMap(attempt ->
                        Person.<Person>findByIdOptional(attempt.personId)
                                .map(person -> letter(attempt, person)));
    }

    private Letter letter(Attempt attempt, Person person) {
        var text =
                Templates.gradeChanged(
                                person.name,
                                attempt.number,
                                attempt.title,
                                addresses.absolute("/attempts/" + attempt.id))
                        .render();
        return new Letter("Your points have changed", text);
    }
}
