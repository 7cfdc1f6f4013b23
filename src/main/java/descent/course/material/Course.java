package descent.course.material;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A course with its lessons in order. All parts that can be read are here; the others know why they
 * cannot.
 */
public record Course(
        String id,
        Part<Syllabus> syllabus,
        Part<Glossary> glossary,
        Part<Voices> voices,
        List<Lesson> lessons,
        List<Part<MockTest>> tests,
        Part<List<Challenge>> challengeFile) {
    public Course {
        lessons = List.copyOf(lessons);
        tests = List.copyOf(tests);
    }

    /** The course's title; its id in words while its syllabus is broken. */
    public String title() {
        return syllabus.content().map(Syllabus::title).orElseGet(() -> Words.of(id));
    }

    public String language() {
        return syllabus.content().map(Syllabus::language).orElse("en");
    }

    /** The name of who speaks in a role of the cast. */
    public String speaker(String role) {
        return syllabus.content()
                .map(syllabus -> syllabus.cast().get(role))
                .orElseGet(() -> Words.of(role));
    }

    /** With this lesson in the place of the one with its id, or as the last. */
    public Course with(Lesson lesson) {
        var others = lesson(lesson.id()).isPresent() ? Stream.<Lesson>of() : Stream.of(lesson);
        return new Course(
                id,
                syllabus,
                glossary,
                voices,
                Stream.concat(
                                lessons.stream()
                                        .map(each -> each.id().equals(lesson.id()) ? lesson : each),
                                others)
                        .toList(),
                tests,
                challengeFile);
    }

    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    public Optional<Glossary.Term> term(String id) {
        return glossary.content().flatMap(glossary -> glossary.term(id));
    }

    public Optional<Preset> preset(String id) {
        return lessons.stream()
                .flatMap(lesson -> lesson.experiments().stream())
                .filter(preset -> preset.id().equals(id))
                .findFirst();
    }

    public Optional<BankQuestion> question(String id) {
        return lessons.stream()
                .flatMap(lesson -> lesson.bank().stream())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** The tests that can be read. */
    public List<MockTest> mockTests() {
        return tests.stream().flatMap(part -> part.content().stream()).toList();
    }

    public Optional<MockTest> test(String id) {
        return mockTests().stream().filter(test -> test.id().equals(id)).findFirst();
    }

    public List<Challenge> challenges() {
        return challengeFile.list(challenges -> challenges);
    }

    public Optional<Challenge> challenge(String id) {
        return challenges().stream().filter(challenge -> challenge.id().equals(id)).findFirst();
    }

    /** All files of the course. */
    public Stream<Part<?>> parts() {
        return Stream.of(
                        Stream.<Part<?>>of(syllabus, glossary, voices, challengeFile),
                        lessons.stream().flatMap(Lesson::parts),
                        tests.stream())
                .flatMap(parts -> parts);
    }
}
