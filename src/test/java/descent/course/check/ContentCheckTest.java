package descent.course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import descent.course.Sample;
import descent.course.material.Finding;
import descent.course.proof.ContentProof;
import descent.shared.text.TestFormulas;
import descent.testing.SecondLane;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SecondLane
class ContentCheckTest {
    private static final String L = Sample.LESSON;

    private static List<Finding> findings(Sample sample) {
        return new ContentCheck(sample.files(), TestFormulas.DRAWN_ONCE).all();
    }

    private static List<String> errors(Sample sample) {
        return findings(sample).stream().filter(Finding::isError).map(Finding::toString).toList();
    }

    @Test
    void sampleHasNoErrors() {
        assertEquals(List.of(), errors(new Sample()));
    }

    /** A drawing may refer to its own parts, in quotes or without. */
    @ParameterizedTest
    @ValueSource(strings = {"url(#g)", "url('#g')", "url( &quot;#g&quot; )"})
    void partOfADrawingNamesAnother(String address) {
        var path = L + "figures/valley.svg";
        var painted = "<circle fill=\"%s\"".formatted(address);
        assertEquals(List.of(), errors(new Sample().replacing(path, "<circle", painted)));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "lesson.md",
                        "Before the first section stands a sentence.",
                        "Before <b onclick=x>it stands a sentence.",
                        "html",
                        "\"<b onclick=x>\" is HTML, which readers would see as it stands here: write Markdown, or \\< for the sign"),
                mistake(
                        "lesson.md",
                        "Before the first section stands a sentence.",
                        "Before [it](javascript:alert) stands a sentence.",
                        "link",
                        "\"javascript:alert\" leads nowhere: links begin with term: experiment: section: lesson: run: page: or https:"),
                mistake(
                        "lesson.md",
                        "(term:gradient)",
                        "(term:gradiant)",
                        "link",
                        "there is no glossary term \"gradiant\""),
                mistake(
                        "lesson.md",
                        "(lesson:noise)",
                        "(lesson:noice)",
                        "link",
                        "there is no lesson \"noice\""),
                mistake(
                        "lesson.md",
                        "(section:noise/where-it-comes-from)",
                        "(section:noise/nowhere)",
                        "link",
                        "there is no section \"nowhere\""),
                mistake(
                        "lesson.md",
                        "(section:noise/where-it-comes-from)",
                        "(section:noice/x)",
                        "link",
                        "there is no lesson \"noice\""),
                mistake(
                        "lesson.md",
                        "(section:step)",
                        "(section:stop)",
                        "link",
                        "there is no section \"stop\""),
                mistake(
                        "lesson.md",
                        "(experiment:two-rates)",
                        "(experiment:three)",
                        "link",
                        "there is no preset \"three\""),
                mistake(
                        "lesson.md",
                        "run:two-rates/small/final.train.loss",
                        "run:three/small/final.train.loss",
                        "link",
                        "there is no preset \"three\""),
                mistake(
                        "lesson.md",
                        "run:two-rates/small/final.train.loss",
                        "run:two-rates/tiny/final.train.loss",
                        "link",
                        "the preset \"two-rates\" has no run \"tiny\""),
                mistake(
                        "lesson.md",
                        "run:two-rates/small/final.train.loss",
                        "run:two-rates/small/final.loss",
                        "link",
                        "there is no figure \"final.loss\""),
                mistake(
                        "lesson.md",
                        "[0.168]",
                        "[about 0.04]",
                        "link",
                        "\"about 0.04\" is no number to compare with a run"),
                mistake(
                        "lesson.md",
                        "<https://example.org/>",
                        "[x](http://example.org/)",
                        "link",
                        "leads nowhere"),
                mistake(
                        "lesson.md",
                        "<https://example.org/>",
                        "[x](../02-noise/lesson.md)",
                        "link",
                        "leads nowhere"),
                mistake(
                        "lesson.md",
                        "w \\leftarrow w - \\eta\\, g",
                        "w \\leftarow w",
                        "formula",
                        "\\leftarow"),
                mistake("questions.yaml", "$2w$", "$2_$", "formula", "is not accepted"),
                mistake(
                        "lesson.md",
                        "figures/valley.svg",
                        "figures/hill.svg",
                        "figure",
                        "there is no \"figures/hill.svg\""),
                mistake(
                        "lesson.md",
                        "![A valley with a ball that rolls down its left wall.]",
                        "![valley]",
                        "alternative-text",
                        "say in words"),
                mistake(
                        "lesson.md",
                        "### In numbers",
                        "#### In numbers",
                        "heading",
                        "level 4 below one of level 2"),
                mistake(
                        "lesson.md",
                        "### In numbers {#step-numbers}",
                        "# In numbers",
                        "heading",
                        "begin with ##"),
                mistake(
                        "lesson.md",
                        "## Looking back {#back}",
                        "## Looking back",
                        "heading",
                        "a section needs an id"),
                mistake(
                        "lesson.md",
                        "## Looking back {#back}",
                        "## Looking back {#summary}",
                        "heading",
                        "the page uses the id \"summary\""),
                mistake(
                        "lesson.md",
                        "### In numbers {#step-numbers}",
                        "### In numbers {#step}",
                        "heading",
                        "two headings have the id \"step\""),
                mistake(
                        "lesson.md",
                        "## Looking back {#back}",
                        "## Looking back {#rate}",
                        "id-unique",
                        "the section \"rate\" is already in " + L + "lesson.md:38"),
                mistake(
                        "concepts.yaml",
                        "    problem: From",
                        "    problem: \"# A heading\"\n    problems: From",
                        "heading",
                        "headings belong to the sections"),
                mistake(
                        "flashcards.yaml",
                        "card-rate",
                        "card-direction",
                        "id-unique",
                        "the flashcard \"card-direction\" is already in"),
                mistake(
                        "flashcards.yaml",
                        "    concept: descent\n    section: step",
                        "    concept: ascent\n    section: step",
                        "reference",
                        "there is no key concept \"ascent\""),
                mistake(
                        "questions.yaml",
                        "[card-direction]",
                        "[card-nosuch]",
                        "reference",
                        "there is no flashcard \"card-nosuch\""),
                mistake(
                        "questions.yaml",
                        "    section: step\n    difficulty: easy",
                        "    section: stop\n    difficulty: easy",
                        "reference",
                        "there is no section \"stop\" in this lesson"),
                mistake(
                        "conversation.yaml",
                        "student-a",
                        "student-c",
                        "reference",
                        "there is no role of the cast \"student-c\""),
                mistake(
                        "conversation.yaml",
                        "    spoken: Against the gradient, so minus the gradient.\n",
                        "",
                        "spoken",
                        "cannot read the formula"),
                mistake(
                        "conversation.yaml",
                        "so minus the gradient.",
                        "so \u2207L.",
                        "spoken",
                        "cannot read \"\u2207\""),
                mistake(
                        "conversation.yaml",
                        "Which way is down?",
                        "Is a > b?",
                        "spoken",
                        "cannot read \">\""),
                mistake(
                        "experiments.yaml",
                        "below: small/final.train.loss",
                        "below: tiny/final.train.loss",
                        "claim",
                        "there is no run \"tiny\""),
                mistake(
                        "experiments.yaml",
                        "below: 0.5",
                        "beyond: 0.5",
                        "claim",
                        "either \"below\" or \"above\""),
                mistake(
                        "experiments.yaml",
                        "right: true",
                        "right: false",
                        "prediction",
                        "none of the options is right"),
                mistake(
                        "figures/valley.svg",
                        "<circle",
                        "<script>alert(1)</script><circle",
                        "drawing",
                        "<script>"),
                mistake(
                        "figures/valley.svg",
                        "<circle",
                        "<image href=\"https://example.org/x.png\"/><circle",
                        "drawing",
                        "https://example.org/x.png"),
                mistake(
                        "figures/valley.svg",
                        "<circle",
                        "<circle onclick=\"alert(1)\"",
                        "drawing",
                        "onclick"),
                mistake(
                        "figures/valley.svg",
                        "fill: none",
                        "fill: url(https://example.org/x)",
                        "drawing",
                        "a style that loads"),
                mistake(
                        "figures/valley.svg",
                        "<svg xmlns",
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns",
                        "drawing",
                        "DOCTYPE"),
                mistake(
                        "figures/valley.svg",
                        "fill: none",
                        "<g/> @import 'https://example.org/x'; fill: none",
                        "drawing",
                        "a style that loads"),
                mistake(
                        "figures/valley.svg",
                        "<circle",
                        "<set attributeName=\"href\" to=\"javascript:alert(1)\"/><circle",
                        "drawing",
                        "javascript:"),
                mistake("figures/valley.svg", "</svg>", "", "drawing", "no XML"));
    }

    private static Arguments mistake(
            String file, String passage, String other, String rule, String message) {
        return arguments(L + file, passage, other, rule, message);
    }

    static Stream<Arguments> mistakesOfChallenges() {
        return Stream.of(
                arguments("lesson: walking-downhill", "lesson: x", "there is no lesson \"x\""),
                arguments("learningRate: 0.0001", "learningRate: 0", "must be between 1e-7"),
                arguments("below: 0.05}", "}", "either \"below\" or \"above\""),
                arguments("figure: final.train.loss", "figure: loss", "no figure \"loss\""),
                arguments("rank: steps", "rank: name", "there are: parameters, steps, figure"),
                arguments("[optimizer.learningRate, network.layers]", "[]", "at least one field"),
                arguments("parameters: 20", "bytes: 20", "there is no field \"bytes\""));
    }

    @ParameterizedTest
    @MethodSource("mistakesOfChallenges")
    void mistakeOfAChallengeIsTold(String passage, String other, String message) {
        var told = errors(new Sample().replacing("sample/challenges.yaml", passage, other));
        assertTrue(
                told.stream()
                        .anyMatch(each ->
                                each.startsWith("sample/challenges.yaml:")
                                        && each.contains(message)),
                told.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page:paths?surface=ravine&use=sgd", "page:backpropagation"})
    void pageBesideTheCourseMayBeLinked(String link) {
        assertEquals(
                List.of(), errors(new Sample().replacing(L + "lesson.md", "lesson:noise", link)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page:admin", "page:paths?\"><b", "page:paths/../../admin"})
    void noOtherPage(String link) {
        assertTrue(
                errors(new Sample().replacing(L + "lesson.md", "lesson:noise", link))
                        .toString()
                        .contains("there is no page"));
    }

    /** Each mistake is told with its file, about the line where it stands, and its rule. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsTold(String file, String passage, String other, String rule, String message) {
        var sample = new Sample();
        var before = sample.text(file).substring(0, sample.text(file).indexOf(passage));
        long line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
        var told =
                findings(sample.replacing(file, passage, other)).stream()
                        .filter(finding -> finding.file().equals(file) && finding.isError())
                        .toList();
        assertTrue(
                told.stream()
                        .anyMatch(finding ->
                                finding.rule().equals(rule)
                                        && finding.message().contains(message)
                                        && Math.abs(finding.line() - line) <= 2),
                "about %s:%d: %s: %s, in %s".formatted(file, line, rule, message, told));
    }

    static Stream<Arguments> disproofs() {
        return Stream.of(
                mistake(
                        "experiments.yaml",
                        "below: 0.5",
                        "below: 0.05",
                        "claim",
                        "large/final.train.loss < 0.05: the run has 0.080"),
                mistake(
                        "experiments.yaml",
                        "{figure: large/final.train.loss, below: small/final.train.loss}",
                        "{figure: large/final.train.loss, above: small/final.train.loss}",
                        "claim",
                        "large/final.train.loss > small/final.train.loss: the run has 0.080"),
                mistake(
                        "experiments.yaml",
                        "below: 0.5",
                        "below: large/final.gradientNorm",
                        "claim",
                        "the run has no such bound"),
                mistake("lesson.md", "[0.168]", "[0.167]", "quoted-number", "\"0.167\" is 0.1676"),
                mistake(
                        "lesson.md",
                        "[0.168](run:two-rates/small/final.train.loss)",
                        "[16.8%](run:two-rates/large/final.train.loss)",
                        "quoted-number",
                        "\"16.8%\" is 8.01"),
                mistake(
                        "questions.yaml",
                        "feedback: Right.}",
                        "feedback: \"\"}",
                        "question",
                        "\"q-direction\""),
                mistake(
                        "questions.yaml",
                        "type: single-choice",
                        "type: guess",
                        "question",
                        "\"q-direction\" cannot be read"));
    }

    /** What no reading finds: the runs and the questions tell. */
    @ParameterizedTest
    @MethodSource("disproofs")
    void whatIsNotSoIsTold(String file, String passage, String other, String rule, String message) {
        var sample = new Sample().replacing(file, passage, other);
        assertEquals(List.of(), errors(sample));
        var told = new ContentProof(sample.files(), TestFormulas.DRAWN_ONCE).findings();
        assertTrue(
                told.stream()
                        .anyMatch(finding ->
                                finding.file().equals(file)
                                        && finding.isError()
                                        && finding.rule().equals(rule)
                                        && finding.message().contains(message)),
                told.toString());
    }

    @Test
    void settingsThatTheEngineRefusesAreToldWithTheRun() {
        var file = L + "experiments.yaml:2: settings: run ";
        var told = errors(new Sample().replacing(L + "experiments.yaml", "size: 60", "size: 0"));
        assertEquals(2, told.size(), told.toString());
        assertTrue(
                told.getFirst().startsWith(file + "\"large\": data.size must be"), told.toString());
    }

    @Test
    void sampleProvesItself() {
        var proven = new ContentProof(new Sample().files(), TestFormulas.DRAWN_ONCE).findings();
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
                errors(sample));
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
                errors(sample).stream().map(e -> e.replaceFirst(": while.*", "")).toList());
    }

    @Test
    void cardsOfTwoLessonsMayNotShareAnId() {
        var other = "sample/lessons/02-noise/";
        var sample = new Sample();
        sample.with(other + "flashcards.yaml", sample.text(L + "flashcards.yaml"))
                .with(other + "conversation.yaml", sample.text(L + "conversation.yaml"));
        assertTrue(
                errors(sample).stream()
                        .anyMatch(e -> e.contains("02-noise/flashcards.yaml:2: id-unique: ")),
                errors(sample).toString());
        assertTrue(
                errors(sample).stream().noneMatch(e -> e.contains("conversation.yaml")),
                "turns are the lesson's own");
    }

    @Test
    void testWantsMoreThanTheBankHas() {
        var errors =
                errors(new Sample().replacing("sample/tests/final.yaml", "draw: 2", "draw: 3"));
        assertEquals(
                List.of(
                        "sample/tests/final.yaml:1: test-pool: 3 questions are to be drawn, the bank has 2"),
                errors);
        errors = errors(new Sample().replacing("sample/tests/final.yaml", "count: 1", "count: 2"));
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
                errors(new Sample().with(L + "flashcard.yaml", "cards: []")));
    }

    @Test
    void lessonThatTheSyllabusNamesMustBeThere() {
        var errors =
                errors(new Sample().replacing("sample/course.yaml", "noise]", "noise, nosuch]"));
        assertEquals(
                List.of("sample/course.yaml:6: reference: there is no lesson \"nosuch\""), errors);
    }

    @Test
    void courseThatTheCatalogueNamesMustBeThere() {
        assertEquals(
                List.of("catalogue.yaml:4: reference: there is no course \"nosuch\""),
                errors(new Sample().replacing("catalogue.yaml", "[sample]", "[sample, nosuch]")));
    }

    @Test
    void lessonThatTheSyllabusForgetsIsAWarning() {
        var sample = new Sample().replacing("sample/course.yaml", ", noise]", "]");
        assertTrue(
                findings(sample).stream()
                        .map(Finding::toString)
                        .anyMatch(
                                "sample/lessons/02-noise/lesson.md:1: warning lesson-folder: course.yaml does not name the lesson \"noise\": nobody sees it"
                                        ::equals),
                findings(sample).toString());
    }

    @Test
    void amountsAreWarningsWithTheLineOfTheList() {
        var warnings = findings(new Sample()).stream().map(Finding::toString).toList();
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
                findings(sample).stream()
                        .map(Finding::toString)
                        .anyMatch(f -> f.startsWith(L + "lesson.md:16: warning sentence-length: ")),
                findings(sample).toString());
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
                    findings(sample).stream()
                            .map(Finding::toString)
                            .anyMatch(
                                    f -> f.startsWith(L + "lesson.md:16: warning reading-level: ")),
                    findings(sample).toString());
        }
    }
}
