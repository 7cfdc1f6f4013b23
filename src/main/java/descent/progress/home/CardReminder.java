package descent.progress.home;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.course.Courses;
import descent.enrolment.Members;
import descent.flashcard.study.CardBoxes;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.web.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The mail that says how many cards are due, as things stand when it is sent. */
@ApplicationScoped
class CardReminder implements LetterKind {
    static final String KIND = "card-reminder";

    private final Courses courses;
    private final Members members;
    private final CardBoxes boxes;
    private final Addresses addresses;

    CardReminder(Courses courses, Members members, CardBoxes boxes, Addresses addresses) {
        this.courses = courses;
        this.members = members;
        this.boxes = boxes;
        this.addresses = addresses;
    }

    /** A course with cards to be repeated today. */
    record Waiting(String title, int cards) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Optional<String> topic() {
        return Optional.of("reminders of flashcards");
    }

    /** Nothing when all was reviewed meanwhile. */
    @Override
    public Optional<Letter> letter(String recipient, About about) {
        return EmailAddress.of(recipient)
                .flatMap(Person::withEmail)
                .filter(person -> KeepWishes.wantsReminders(person.id))
                .map(person -> waiting(person.id))
                .filter(waiting -> !waiting.isEmpty())
                .map(this::letter);
    }

    private Letter letter(List<Waiting> waiting) {
        int cards = waiting.stream().mapToInt(Waiting::cards).sum();
        var lines =
                waiting.stream()
                        .map(each -> "- %s: %d".formatted(each.title(), each.cards()))
                        .collect(Collectors.joining("\n"));
        return new Letter(
                cards == 1 ? "One flashcard is due" : cards + " flashcards are due",
                "These flashcards wait for you today:\n\n%s\n\n%s\n"
                        .formatted(lines, addresses.absolute("/home")));
    }

    List<Waiting> waiting(UUID personId) {
        return members.coursesOf(personId).stream()
                .filter(taken -> taken.leftAt().isEmpty())
                .flatMap(taken -> courses.find(taken.courseId()).stream())
                .map(course -> {
                    var queue = boxes.open(personId, course).queue(_ -> true);
                    return new Waiting(course.title(), queue.due().size() + queue.called().size());
                })
                .filter(each -> each.cards() > 0)
                .toList();
    }
}
