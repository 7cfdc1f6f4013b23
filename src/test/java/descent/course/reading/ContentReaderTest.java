package descent.course.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.material.BankQuestion;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.material.Flashcard;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Depth;
import descent.course.material.LessonText.Section;
import descent.course.material.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentReaderTest {
    private static final String L = Sample.LESSON;

    private static Course course(Sample sample) {
        return new ContentReader(sample.files()).course(Sample.COURSE);
    }

    private static Lesson lesson(Sample sample) {
        return course(sample).lesson("walking-downhill").orElseThrow();
    }

    private static List<String> problems(Part<?> part) {
        return part.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void wholeCourseIsRead() {
        var course = course(new Sample());
        assertEquals("A Sample Course", course.title());
        assertEquals(List.of(), course.parts().flatMap(part -> part.findings().stream()).toList());
        assertEquals(
                List.of("walking-downhill", "noise"),
                course.lessons().stream().map(Lesson::id).toList());
        var text = lesson(new Sample()).text().get();
        assertEquals(3, text.outcomes().size());
        assertEquals("Go against the slope.", text.summaries().get(Depth.BASIC).source());
        assertEquals(
                List.of("step", "rate", "back"),
                text.sections().stream().map(Section::id).toList());
        assertTrue(text.introduction().source().contains("Before the first section"));
        assertEquals("Mara", course.syllabus().get().cast().get("teacher"));
        assertEquals(1, course.mockTests().size());
        assertEquals(320, lesson(new Sample()).figures().get("figures/valley.svg").width());
    }

    @Test
    void runsOverrideTheirCommonSpecAtEveryDepth() {
        var runs = course(new Sample()).preset("two-rates").orElseThrow().runs();
        assertEquals(
                Map.of("kind", "sgd", "learningRate", 0.01), runs.get(0).spec().get("optimizer"));
        assertEquals(
                Map.of("kind", "sgd", "learningRate", 0.1), runs.get(1).spec().get("optimizer"));
        assertEquals(7, runs.get(1).spec().get("seed"));
    }

    @Test
    void questionKeepsAllThatItsAuthorWrote() {
        var question = course(new Sample()).question("q-step").orElseThrow();
        assertEquals("numerical", question.type());
        assertEquals(0.8, question.tree().get("answer"));
        assertEquals(Map.of("absolute", 0.01), question.tree().get("tolerance"));
        assertEquals(BankQuestion.Difficulty.MEDIUM, question.difficulty());
    }

    @Test
    void sectionsKnowTheirLines() {
        var lesson = lesson(new Sample());
        var lines = new Sample().text(L + "lesson.md").lines().toList();
        var text = lesson.section("rate").orElseThrow().prose();
        assertEquals("## The rate {#rate}", lines.get(text.line() - 1));
        var link = text.references().getFirst();
        assertTrue(lines.get(link.line() - 1).contains("(term:learning-rate)"), link.toString());
    }

    @Test
    void headingInAFormulaOrInCodeBeginsNoSection() {
        var sample =
                new Sample()
                        .replacing(L + "lesson.md", "## Looking back {#back}", "```\n## no\n```");
        assertEquals(
                List.of("step", "rate"),
                lesson(sample).text().list(LessonText::sections).stream()
                        .map(Section::id)
                        .toList());
    }

    @Test
    void brokenFileBreaksOnlyItself() {
        var lesson = lesson(new Sample().with(L + "concepts.yaml", "key-concepts: [\n"));
        assertTrue(lesson.concepts().isBroken());
        assertFalse(lesson.text().isBroken());
        assertEquals(2, lesson.cards().size());
    }

    @Test
    void brokenItemIsLeftOutAndTheOthersStay() {
        var lesson =
                lesson(
                        new Sample()
                                .replacing(
                                        L + "flashcards.yaml",
                                        "    back: Against the gradient.\n",
                                        ""));
        assertEquals(List.of("card-rate"), lesson.cards().stream().map(Flashcard::id).toList());
        assertTrue(lesson.flashcards().isIncomplete());
        assertEquals(
                List.of(L + "flashcards.yaml:2: missing-field: \"back\" is missing here"),
                problems(lesson.flashcards()));
    }

    @Test
    void allMistakesOfAFileAreToldAtOnce() {
        var lesson =
                lesson(
                        new Sample()
                                .with(
                                        L + "flashcards.yaml",
                                        """
                                        cards:
                                          - id: Card 1
                                            kind: basick
                                            concept: descent
                                            section: step
                                            front: [a, b]
                                            bakc: Against the gradient.
                                          - just a text
                                        """));
        assertEquals(
                List.of(
                        L
                                + "flashcards.yaml:2: id-form: \"Card 1\" is no id: small letters and digits, joined by hyphens",
                        L
                                + "flashcards.yaml:3: unknown-name: \"basick\" is no kind; there are: basic, reversed, cloze",
                        L + "flashcards.yaml:6: wrong-kind: \"front\" is a text or a number",
                        L + "flashcards.yaml:2: missing-field: \"back\" is missing here",
                        L
                                + "flashcards.yaml:7: unknown-field: there is no field \"bakc\" here; there are: back, concept, front, id, kind, section",
                        L
                                + "flashcards.yaml:8: wrong-kind: here fields (\"name: value\") are expected"),
                problems(lesson.flashcards()));
    }

    @Test
    void missingFileIsNotBroken() {
        var lesson = lesson(new Sample().without(L + "audiobook.yaml"));
        assertTrue(lesson.audiobook().isMissing());
        assertFalse(lesson.audiobook().isBroken());
    }

    @Test
    void brokenSyllabusLeavesTheLessonsInTheOrderOfTheirFolders() {
        var course = course(new Sample().with("sample/course.yaml", "title: ["));
        assertTrue(course.syllabus().isBroken());
        assertEquals(
                List.of("walking-downhill", "noise"),
                course.lessons().stream().map(Lesson::id).toList());
        assertEquals("Sample", course.title());
    }

    @Test
    void lessonWithoutFrontMatterSaysSo() {
        var lesson = lesson(new Sample().with(L + "lesson.md", "## Only text {#only}\n"));
        assertTrue(lesson.text().isBroken());
        assertEquals("Walking downhill", lesson.title());
        assertTrue(problems(lesson.text()).getFirst().contains("lesson.md:1: front-matter: "));
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirLine() {
        var files =
                ContentFiles.of(
                        Map.of(
                                "sample/course.yaml",
                                "title: A\nsubtitle: caf\u00e9\n"
                                        .getBytes(StandardCharsets.ISO_8859_1)));
        var course = new ContentReader(files).course("sample");
        assertEquals(
                List.of("sample/course.yaml:2: encoding: the file is not UTF-8"),
                problems(course.syllabus()));
    }

    @Test
    void questionsMayBeDividedOverFiles() {
        var sample = new Sample();
        var text = sample.text(L + "questions.yaml");
        int second = text.indexOf("  - id: q-step");
        sample.without(L + "questions.yaml")
                .with(L + "questions/a.yaml", text.substring(0, second))
                .with(L + "questions/b.yaml", "questions:\n" + text.substring(second))
                .with(L + "questions/c.yaml", "questions: {");
        var lesson = lesson(sample);
        assertEquals(2, lesson.bank().size());
        assertEquals(1, lesson.questions().stream().filter(Part::isBroken).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "../sample", ""})
    void unknownCourseHasNothing(String id) {
        var course = new ContentReader(new Sample().files()).course(id);
        assertTrue(course.syllabus().isMissing());
        assertEquals(List.of(), course.lessons());
    }
}
