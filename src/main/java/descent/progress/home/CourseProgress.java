package descent.progress.home;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.flashcard.deck.CardKey;
import descent.flashcard.scheduling.StudyQueue;
import descent.progress.mastery.Mastery;
import descent.progress.study.NextStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody is in a course.
 *
 * @param place where the lessons were left
 * @param listening what was listened to last
 * @param attempts at tests, under way
 * @param testsToPass that the course's own rule asks for, and are not passed
 * @param notes how many notes, highlights and bookmarks there are in the lessons
 */
public record CourseProgress(
        Course course,
        Optional<Place> place,
        Optional<Place> listening,
        List<OpenAttempt> attempts,
        StudyQueue<CardKey> queue,
        Optional<LocalDate> exam,
        LocalDate today,
        Set<String> lessonsRead,
        List<ConceptProgress> concepts,
        List<NextStep.Goal> testsToPass,
        boolean complete,
        long notes) {
    /** Where to go on reading or listening. */
    public record Place(String title, String section, String address) {}

    /** An attempt whose time runs. */
    public record OpenAttempt(String title, String address, String left) {}

    /** Cards that are to be repeated now, those called by missed questions among them. */
    public int due() {
        return called() + repeating();
    }

    private int called() {
        return queue.called().size();
    }

    private int repeating() {
        return queue.inSteps().size() + queue.due().size();
    }

    public int fresh() {
        return queue.fresh().size();
    }

    public int read() {
        return (int)
                course.lessons().stream()
                        .filter(lesson -> lessonsRead.contains(lesson.id()))
                        .count();
    }

    /** Of the lessons that the course's own rule asks for, those not read yet. */
    public List<Lesson> lessonsToRead() {
        return course.syllabus().content().stream()
                .flatMap(syllabus -> syllabus.completion().lessonsRead().stream())
                .filter(lesson -> !lessonsRead.contains(lesson))
                .flatMap(lesson -> course.lesson(lesson).stream())
                .toList();
    }

    public long count(String level) {
        return concepts.stream()
                .filter(ConceptProgress::isTried)
                .filter(concept -> concept.mastery().level() == Mastery.Level.valueOf(level))
                .count();
    }

    public long untried() {
        return concepts.stream().filter(concept -> !concept.isTried()).count();
    }

    /** Days until the exam; empty when there is none, or it is over. */
    public Optional<Long> examIn() {
        return exam.map(day -> ChronoUnit.DAYS.between(today, day)).filter(days -> days >= 0);
    }

    public List<NextStep> next() {
        return NextStep.of(
                new NextStep.Situation(
                        attempts.stream()
                                .findFirst()
                                .map(open -> new NextStep.Goal(open.title(), open.address())),
                        attempts.stream().findFirst().map(OpenAttempt::left).orElse(""),
                        called(),
                        repeating(),
                        weakest(),
                        course.lessons().stream()
                                .filter(lesson -> !lessonsRead.contains(lesson.id()))
                                .findFirst()
                                .map(lesson ->
                                        new NextStep.Goal(
                                                lesson.title(),
                                                "/courses/%s/lessons/%s"
                                                        .formatted(course.id(), lesson.id()))),
                        fresh(),
                        testsToPass.stream().findFirst(),
                        "/courses/%s/cards/review".formatted(course.id())));
    }

    private Optional<NextStep.Weakness> weakest() {
        return concepts.stream()
                .filter(concept -> concept.mastery().isWeak())
                .min(Comparator.comparingDouble(concept -> concept.mastery().share()))
                .map(weak ->
                        new NextStep.Weakness(
                                new NextStep.Goal(weak.concept().term(), weak.address(course.id())),
                                (int) Math.round(weak.mastery().average() * 100)));
    }
}
