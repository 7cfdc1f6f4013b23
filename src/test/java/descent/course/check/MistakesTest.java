package descent.course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import descent.course.Sample;
import descent.testing.SecondLane;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake at a time, in a sample that has none. */
@SecondLane
class MistakesTest {
    private static final String L = Sample.LESSON;

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

    /** Each mistake is told with its file, about the line where it stands, and its rule. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsTold(String file, String passage, String other, String rule, String message) {
        var sample = new Sample();
        var before = sample.text(file).substring(0, sample.text(file).indexOf(passage));
        long line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
        var told =
                Checked.findings(sample.replacing(file, passage, other)).stream()
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
        var told = Checked.errors(new Sample().replacing("sample/challenges.yaml", passage, other));
        assertTrue(
                told.stream()
                        .anyMatch(each ->
                                each.startsWith("sample/challenges.yaml:")
                                        && each.contains(message)),
                told.toString());
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
        assertEquals(List.of(), Checked.errors(sample));
        var told = Checked.proven(sample);
        assertTrue(
                told.stream()
                        .anyMatch(finding ->
                                finding.file().equals(file)
                                        && finding.isError()
                                        && finding.rule().equals(rule)
                                        && finding.message().contains(message)),
                told.toString());
    }

    private static Arguments mistake(
            String file, String passage, String other, String rule, String message) {
        return arguments(L + file, passage, other, rule, message);
    }
}
