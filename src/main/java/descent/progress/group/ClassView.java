package descent.progress.group;

import descent.activity.ActivityHistory;
import descent.activity.ActivityHistory.Reach;
import descent.activity.ActivityHistory.Sums;
import descent.course.material.Concepts;
import descent.course.material.Concepts.KeyConcept;
import descent.course.material.Course;
import descent.enrolment.Members;
import descent.enrolment.Members.Member;
import descent.progress.mastery.Mastery;
import descent.quiz.attempt.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up how a class stands, in as many queries for one learner as for a thousand. */
@ApplicationScoped
class ClassView {
    private final Members members;
    private final ActivityHistory history;
    private final Clock clock;

    ClassView(Members members, ActivityHistory history, Clock clock) {
        this.members = members;
        this.history = history;
        this.clock = clock;
    }

    /**
     * How a learner stands.
     *
     * @param holds how many concepts hold
     * @param weak the terms of the concepts whose questions were answered badly
     */
    public record Learner(
            String name,
            String group,
            Optional<Instant> last,
            long lessonsRead,
            long holds,
            long testsPassed,
            List<String> weak) {}

    /** A concept, and how many are stuck at it. */
    public record Stuck(String lesson, String term, long learners) {}

    /** A class, by name, and where it is stuck, the worst first. */
    public record View(List<Learner> learners, List<Stuck> stuck, int lessons, int concepts) {}

    @Transactional
    View of(Course course) {
        Map<String, KeyConcept> concepts =
                course.lessons().stream()
                        .flatMap(lesson -> lesson.concepts().list(Concepts::keyConcepts).stream())
                        .collect(
                                Collectors.toMap(
                                        KeyConcept::id, Function.identity(), (one, _) -> one));
        Map<UUID, List<Sums>> sums =
                history.sums(course.id(), clock.instant(), Mastery.HALF_LIFE).stream()
                        .filter(each -> concepts.containsKey(each.concept()))
                        .collect(Collectors.groupingBy(Sums::personId));
        Map<UUID, Reach> reaches =
                history.reaches(course.id()).stream()
                        .collect(Collectors.toMap(Reach::personId, Function.identity()));
        var passed = testsPassed(course);
        var learners =
                members.of(course.id()).stream()
                        .map(member ->
                                learner(
                                        member,
                                        Optional.ofNullable(reaches.get(member.id())),
                                        sums.getOrDefault(member.id(), List.of()),
                                        passed.getOrDefault(member.id(), 0L),
                                        concepts))
                        .toList();
        return new View(
                learners, stuck(learners, course), course.lessons().size(), concepts.size());
    }

    private static Learner learner(
            Member member,
            Optional<Reach> reach,
            List<Sums> sums,
            long passed,
            Map<String, KeyConcept> concepts) {
        return new Learner(
                member.name(),
                member.group(),
                reach.map(Reach::last),
                reach.map(Reach::lessonsRead).orElse(0L),
                sums.stream().filter(s -> mastery(s).level() == Mastery.Level.HOLDS).count(),
                passed,
                sums.stream()
                        .filter(s -> mastery(s).isWeak())
                        .flatMap(s -> Optional.ofNullable(concepts.get(s.concept())).stream())
                        .map(KeyConcept::term)
                        .sorted()
                        .toList());
    }

    private static Mastery mastery(Sums sums) {
        return Mastery.ofSums(sums.answers(), sums.right(), sums.missing());
    }

    private static List<Stuck> stuck(List<Learner> learners, Course course) {
        Map<String, Long> counts =
                learners.stream()
                        .flatMap(learner -> learner.weak().stream())
                        .collect(Collectors.groupingBy(term -> term, Collectors.counting()));
        return course.lessons().stream()
                .flatMap(lesson ->
                        lesson.concepts().list(Concepts::keyConcepts).stream()
                                .map(KeyConcept::term)
                                .filter(counts::containsKey)
                                .map(term ->
                                        new Stuck(
                                                lesson.title(),
                                                term,
                                                counts.getOrDefault(term, 0L))))
                .sorted(Comparator.comparingLong(Stuck::learners).reversed())
                .limit(20)
                .toList();
    }

    private static Map<UUID, Long> testsPassed(Course course) {
        return Attempt.<Attempt>list(
                        "courseId = ?1 and state = GRADED and testId <> ''", course.id())
                .stream()
                .filter(Attempt::isPassed)
                .collect(
                        Collectors.groupingBy(
                                attempt -> attempt.personId,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(
                                                attempt -> attempt.testId, Collectors.toSet()),
                                        tests -> (long) tests.size())));
    }
}
