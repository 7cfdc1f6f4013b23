package descent.search;

import descent.course.CourseLinks;
import descent.course.material.BankQuestion;
import descent.course.material.Concepts;
import descent.course.material.Course;
import descent.course.material.Glossary;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.Part;
import descent.course.material.Preset;
import descent.flashcard.deck.Note;
import descent.search.text.TexText;
import descent.shared.text.Prose;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be found in a course, each by the address of its exact place. */
final class CourseEntries {
    private static final int TITLE = 120;

    /** Of a question: its fields that are no text. */
    private static final Set<String> NO_TEXT =
            Set.of("id", "type", "generator", "concept", "section", "difficulty", "cards");

    private final Course course;
    private final CourseLinks links;

    private CourseEntries(Course course) {
        this.course = course;
        this.links = new CourseLinks(course, null);
    }

    /**
     * @param cards the notes of the course's flashcards
     */
    static List<Entry> of(Course course, List<Note> cards) {
        var entries = new CourseEntries(course);
        return Stream.of(
                        course.lessons().stream().flatMap(entries::lesson),
                        course.glossary().list(Glossary::terms).stream().map(entries::term),
                        cards.stream().flatMap(entries::card))
                .flatMap(some -> some)
                .toList();
    }

    private Stream<Entry> lesson(Lesson lesson) {
        var text = lesson.text();
        return Stream.of(
                        Stream.of(wholeLesson(lesson)),
                        text.list(LessonText::sections).stream().map(s -> section(lesson, s)),
                        lesson.concepts().content().stream().flatMap(c -> concepts(lesson, c)),
                        lesson.experiments().stream().map(preset -> preset(lesson, preset)),
                        lesson.questions().stream().flatMap(part -> questions(lesson, part)))
                .flatMap(some -> some);
    }

    private Entry wholeLesson(Lesson lesson) {
        var text =
                lesson.text().content().stream()
                        .flatMap(content ->
                                Stream.of(
                                                Stream.of(content.introduction()),
                                                content.outcomes().stream(),
                                                Arrays.stream(LessonText.Depth.values())
                                                        .flatMap(depth ->
                                                                Stream.ofNullable(
                                                                        content.summaries()
                                                                                .get(depth))))
                                        .flatMap(some -> some))
                        .toList();
        return new Entry(
                Kind.LESSON,
                links.lessonPage(lesson.id()),
                lesson.title(),
                course.title(),
                "",
                plain(text));
    }

    private Entry section(Lesson lesson, LessonText.Section section) {
        var prose = section.prose();
        var headings = prose.titles().stream().map(Prose.Title::text);
        var text = plain(prose);
        return inLesson(
                lesson,
                section.id(),
                section.title(),
                Stream.concat(Stream.of(lesson.title()), headings.skip(1))
                        .collect(Collectors.joining("\n")),
                text.startsWith(section.title()) ? text.substring(section.title().length()) : text);
    }

    private Stream<Entry> concepts(Lesson lesson, Concepts concepts) {
        return Stream.of(
                        concepts.keyConcepts().stream()
                                .map(concept ->
                                        inLesson(
                                                lesson,
                                                "concept-" + concept.id(),
                                                concept.term(),
                                                "",
                                                plain(concept.definition()))),
                        concepts.workedExamples().stream()
                                .map(example ->
                                        inLesson(
                                                lesson,
                                                "example-" + example.id(),
                                                example.title(),
                                                "",
                                                plain(example.problem()))),
                        concepts.memoryAids().stream()
                                .map(aid ->
                                        inLesson(
                                                lesson,
                                                "aid-" + aid.id(),
                                                aid.title(),
                                                "",
                                                plain(aid.text()))))
                .flatMap(some -> some);
    }

    private Entry inLesson(
            Lesson lesson, String anchor, String title, String headings, String text) {
        return new Entry(
                Kind.LESSON,
                links.lessonPage(lesson.id()) + "#" + anchor,
                title,
                where(lesson),
                headings,
                text);
    }

    /** Without its answer: that is for those who have made a prediction. */
    private Entry preset(Lesson lesson, Preset preset) {
        return new Entry(
                Kind.PRESET,
                "/experiments/presets/" + course.id() + "/" + preset.id(),
                preset.title(),
                where(lesson),
                "",
                plain(List.of(preset.claim(), preset.prediction().ask())));
    }

    private Entry term(Glossary.Term term) {
        return new Entry(
                Kind.TERM,
                "/courses/" + course.id() + "/glossary#" + term.id(),
                term.term(),
                course.title(),
                String.join("\n", term.also()),
                plain(term.definition()));
    }

    /** Terms are notes, too: they stand in the glossary. */
    private Stream<Entry> card(Note note) {
        if (note.lesson() == null || note.cards().isEmpty()) {
            return Stream.empty();
        }
        var first = note.cards().getFirst();
        return Stream.of(
                new Entry(
                        Kind.CARD,
                        "/courses/" + course.id() + "/cards/card/" + first,
                        title(plain(note.question(first))),
                        note.deck().title() + " · " + course.title(),
                        "",
                        plain(note.answer(first))));
    }

    private Stream<Entry> questions(Lesson lesson, Part<List<BankQuestion>> part) {
        var address =
                "/editor/courses/%s/item/%s?id="
                        .formatted(course.id(), part.path().substring(course.id().length() + 1));
        return part.list(questions -> questions).stream()
                .map(question -> question(lesson, question, address));
    }

    private Entry question(Lesson lesson, BankQuestion question, String address) {
        var texts = texts(question.tree()).map(text -> plain(Prose.of(text))).toList();
        var asked = question.tree().get("text") instanceof String text ? plain(Prose.of(text)) : "";
        return new Entry(
                Kind.QUESTION,
                address + question.id(),
                asked.isEmpty() ? question.id() : title(asked),
                question.id() + " · " + where(lesson),
                question.id(),
                String.join("\n", texts));
    }

    private static Stream<String> texts(Object tree) {
        return switch (tree) {
            case String text -> Stream.of(text);
            case Map<?, ?> fields ->
                    fields.entrySet().stream()
                            .filter(field -> !NO_TEXT.contains(String.valueOf(field.getKey())))
                            .flatMap(field -> texts(field.getValue()));
            case Collection<?> items -> items.stream().flatMap(CourseEntries::texts);
            default -> Stream.empty();
        };
    }

    private String where(Lesson lesson) {
        return lesson.title() + " · " + course.title();
    }

    private static String plain(Prose prose) {
        return prose.plainText(TexText::of);
    }

    private static String plain(List<Prose> some) {
        return some.stream().map(CourseEntries::plain).collect(Collectors.joining(" "));
    }

    private static String title(String text) {
        if (text.length() <= TITLE) {
            return text;
        }
        int end = text.lastIndexOf(' ', TITLE);
        return text.substring(0, end < 1 ? TITLE : end) + " …";
    }
}
