package descent.course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.material.Finding;
import descent.testing.SecondLane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SecondLane
class ContentCheckTest {
    private static final String L = Sample.LESSON;

    @Test
    void sampleHasNoErrors() {
        assertEquals(List.of(), Checked.errors(new Sample()));
    }

    /** A drawing may refer to its own parts, in quotes or without. */
    @ParameterizedTest
    @ValueSource(strings = {"url(#g)", "url('#g')", "url( &quot;#g&quot; )"})
    void partOfADrawingNamesAnother(String address) {
        var path = L + "figures/valley.svg";
        var painted = "<circle fill=\"%s\"".formatted(address);
        assertEquals(List.of(), Checked.errors(new Sample().replacing(path, "<circle", painted)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page:paths?surface=ravine&use=sgd", "page:backpropagation"})
    void pageBesideTheCourseMayBeLinked(String link) {
        assertEquals(
                List.of(),
                Checked.errors(new Sample().replacing(L + "lesson.md", "lesson:noise", link)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page:admin", "page:paths?\"><b", "page:paths/../../admin"})
    void noOtherPage(String link) {
        assertTrue(
                Checked.errors(new Sample().replacing(L + "lesson.md", "lesson:noise", link))
                        .toString()
                        .contains("there is no page"));
    }

    @Test
    void settingsThatTheEngineRefusesAreToldWithTheRun() {
        var file = L + "experiments.yaml:2: settings: run ";
        var told =
                Checked.errors(
                        new Sample().replacing(L + "experiments.yaml", "size: 60", "size: 0"));
        assertEquals(2, told.size(), told.toString());
        assertTrue(
                told.getFirst().startsWith(file + "\"large\": data.size must be"), told.toString());
    }

    @Test
    void sampleProvesItself() {
        var proven = Checked.proven(new Sample());
        assertEquals(List.of(), proven.stream().filter(Finding::isError).toList());
    }

    @Test
    void linesAreExact() {
        var sample =
                new Sample()
                        .replacing(L + "lesson.md", "(term:gradient)", "(term:x)")
                        .replacing(L + "lesson.md", "(section:step)", "(section:x)")
                        .replacing(L + "concepts.yaml", "The step is $-0.2$.", "See [y](term:y).");
        assertEquals(
                List.of(
                        L + "concepts.yaml:11: link: there is no glossary term \"y\"",
                        L + "lesson.md:20: link: there is no glossary term \"x\"",
                        L + "lesson.md:47: link: there is no section \"x\""),
                Checked.errors(sample));
    }

    @Test
    void brokenFileIsToldOnceAndNotByAllThatReferToIt() {
        var sample =
                new Sample()
                        .with(L + "concepts.yaml", "key-concepts: [")
                        .with(L + "experiments.yaml", "presets: [")
                        .with(L + "questions.yaml", "questions: [");
        assertEquals(
                List.of(
                        L + "concepts.yaml:1: yaml",
                        L + "experiments.yaml:1: yaml",
                        L + "questions.yaml:1: yaml"),
                Checked.errors(sample).stream().map(e -> e.replaceFirst(": while.*", "")).toList());
    }

    @Test
    void cardsOfTwoLessonsMayNotShareAnId() {
        var other = "sample/lessons/02-noise/";
        var sample = new Sample();
        sample.with(other + "flashcards.yaml", sample.text(L + "flashcards.yaml"))
                .with(other + "conversation.yaml", sample.text(L + "conversation.yaml"));
        assertTrue(
                Checked.errors(sample).stream()
                        .anyMatch(e -> e.contains("02-noise/flashcards.yaml:2: id-unique: ")),
                Checked.errors(sample).toString());
        assertTrue(
                Checked.errors(sample).stream().noneMatch(e -> e.contains("conversation.yaml")),
                "turns are the lesson's own");
    }

    @Test
    void testWantsMoreThanTheBankHas() {
        var errors =
                Checked.errors(
                        new Sample().replacing("sample/tests/final.yaml", "draw: 2", "draw: 3"));
        assertEquals(
                List.of(
                        "sample/tests/final.yaml:1: test-pool: 3 questions are to be drawn, the bank has 2"),
                errors);
        errors =
                Checked.errors(
                        new Sample().replacing("sample/tests/final.yaml", "count: 1", "count: 2"));
        assertEquals(
                List.of(
                        "sample/tests/final.yaml:1: test-pool: 2 of \"descent\", easy are wanted, the bank has 1"),
                errors);
    }

    @Test
    void filesThatNobodyReadsAreTold() {
        assertEquals(
                List.of(
                        L
                                + "flashcard.yaml:1: file: no part of a course has this name: it is not read"),
                Checked.errors(new Sample().with(L + "flashcard.yaml", "cards: []")));
    }

    @Test
    void lessonThatTheSyllabusNamesMustBeThere() {
        var errors =
                Checked.errors(
                        new Sample().replacing("sample/course.yaml", "noise]", "noise, nosuch]"));
        assertEquals(
                List.of("sample/course.yaml:6: reference: there is no lesson \"nosuch\""), errors);
    }

    @Test
    void courseThatTheCatalogueNamesMustBeThere() {
        assertEquals(
                List.of("catalogue.yaml:4: reference: there is no course \"nosuch\""),
                Checked.errors(
                        new Sample().replacing("catalogue.yaml", "[sample]", "[sample, nosuch]")));
    }

    @Test
    void lessonThatTheSyllabusForgetsIsAWarning() {
        var sample = new Sample().replacing("sample/course.yaml", ", noise]", "]");
        assertTrue(
                Checked.findings(sample).stream()
                        .map(Finding::toString)
                        .anyMatch(
                                "sample/lessons/02-noise/lesson.md:1: warning lesson-folder: course.yaml does not name the lesson \"noise\": nobody sees it"
                                        ::equals),
                Checked.findings(sample).toString());
    }

    @Test
    void amountsAreWarningsWithTheLineOfTheList() {
        var warnings = Checked.findings(new Sample()).stream().map(Finding::toString).toList();
        assertTrue(
                warnings.contains(
                        L + "flashcards.yaml:2: warning amount: 2 cards; a lesson has 12 or more"),
                warnings.toString());
        assertTrue(
                warnings.contains(
                        "sample/lessons/02-noise/concepts.yaml:1: warning amount: 0 key concepts; a lesson has 4 or more"),
                warnings.toString());
    }

    @Test
    void longSentenceIsAWarning() {
        var sample =
                new Sample()
                        .replacing(
                                L + "lesson.md",
                                "Before the first section stands a sentence.",
                                "And so ".repeat(30) + "on.");
        assertTrue(
                Checked.findings(sample).stream()
                        .map(Finding::toString)
                        .anyMatch(f -> f.startsWith(L + "lesson.md:16: warning sentence-length: ")),
                Checked.findings(sample).toString());
    }

    @Test
    void textThatAsksForTooMuchSchoolingIsAWarning() {
        var heavy = "Regularisation methodologies fundamentally necessitate consideration. ";
        var plain = "The ball rolls down the hill until it rests. ";
        for (var sentence : List.of(heavy, plain)) {
            var sample =
                    new Sample()
                            .replacing(
                                    L + "lesson.md",
                                    "Before the first section stands a sentence.",
                                    sentence.repeat(20));
            assertEquals(
                    sentence.equals(heavy),
                    Checked.findings(sample).stream()
                            .map(Finding::toString)
                            .anyMatch(
                                    f -> f.startsWith(L + "lesson.md:16: warning reading-level: ")),
                    Checked.findings(sample).toString());
        }
    }
}
