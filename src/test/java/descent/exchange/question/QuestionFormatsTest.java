package descent.exchange.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.material.BankQuestion;
import descent.course.material.ContentFiles;
import descent.course.reading.ContentReader;
import descent.exchange.card.UnreadableFile;
import descent.question.tree.Trees;
import descent.testing.SecondLane;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SecondLane
class QuestionFormatsTest {
    static List<QuestionFormat> formats() {
        return QuestionFormat.ALL;
    }

    private static QuestionFile gift(String text) {
        return new Gift().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TravellingQuestion one(String text) {
        var file = gift(text);
        assertEquals(List.of(), file.leftOut());
        assertEquals(1, file.questions().size());
        return file.questions().getFirst();
    }

    @Test
    void giftIsUnderstoodQuestionByQuestion() {
        var file =
                gift(
                        """
                        // Examples as Moodle's documentation has them
                        $CATEGORY: training

                        ::Grant::Who's buried in Grant's tomb? {=Grant ~no one #was true ~Napoleon#no ####In New York.}

                        ::Two:: Which are even? {~%50%2 ~%50%4 ~%-100%5}

                        Mahatma Gandhi's birthday was in October.{T#Yes it was.#Indeed.}

                        When was Grant born? {#1822:5#good}

                        What is pi? {#3.141..3.142}

                        A capital? {=Rome =%50%rome again =%0%*#think again}

                        Match. {=Canada -> Ottawa =Italy -> Rome = -> Paris}

                        Two plus {=two#right ~three} equals four.

                        Write an essay. {}

                        Just a description.

                        Never closed {=a ~b
                        """);
        assertEquals(
                List.of(
                        "single-choice",
                        "multiple-choice",
                        "true-false",
                        "numerical",
                        "numerical",
                        "short-answer",
                        "matching",
                        "single-choice"),
                file.questions().stream().map(TravellingQuestion::type).toList());
        assertEquals(
                List.of("line 20", "line 22", "line 24"),
                file.leftOut().stream().map(QuestionFile.LeftOut::place).toList());
        var grant = file.questions().getFirst();
        assertEquals("line 4", grant.place());
        assertEquals("In New York.", grant.text("explanation"));
        assertEquals("was true", Tree.text(Tree.maps(grant.tree(), "options").get(1), "feedback"));
        assertEquals("proportional-with-penalty", file.questions().get(1).text("scoring"));
        assertEquals(
                "Indeed.", Tree.text(Tree.map(file.questions().get(2).tree(), "feedback"), "true"));
        assertEquals(
                "think again",
                Tree.text(Tree.map(file.questions().get(5).tree(), "feedback"), "wrong"));
        assertEquals(List.of("Paris"), file.questions().get(6).tree().get("extra"));
        assertEquals("Two plus _____ equals four.", file.questions().get(7).text("text"));
    }

    @Test
    void protectedCharactersAreText() {
        var question =
                one("$\\\\frac\\{a\\}\\{b\\}$ \\= \\~x\\: \\#1\\nnext {=a\\=b ~c\\~d#e\\#f}");
        assertEquals("$\\frac{a}{b}$ = ~x: #1\nnext", question.text("text"));
        var options = Tree.maps(question.tree(), "options");
        assertEquals("a=b", Tree.text(options.get(0), "text"));
        assertEquals("e#f", Tree.text(options.get(1), "feedback"));
    }

    @Test
    void htmlIsMadeMarkdownWithoutItsScripts() {
        var question =
                one(
                        "[html]<p>Is <b>this</b> safe?<script>alert(1)</script><img src=x onerror=alert(2)></p> {=<i>yes</i> ~no}");
        assertEquals("Is **this** safe?", question.text("text"));
        assertEquals("*yes*", Tree.text(Tree.maps(question.tree(), "options").getFirst(), "text"));
    }

    @Test
    void wrongEncodingIsRefusedWithTheReason() {
        var bytes = "::q::Schön? {=ja ~nein}".getBytes(Charset.forName("windows-1252"));
        for (var format : formats()) {
            var refused = assertThrows(UnreadableFile.class, () -> format.read(bytes));
            assertTrue(refused.reason().contains("UTF-8"), refused.reason());
            assertThrows(UnreadableFile.class, () -> format.read(new byte[] {0, 1, 2}));
        }
    }

    @Test
    void tooManyQuestionsAreRefused() {
        var gift = "Right? {T}\n\n".repeat(10_001).getBytes(StandardCharsets.UTF_8);
        var aiken =
                "Right?\nA. yes\nB. no\nANSWER: A\n\n"
                        .repeat(10_001)
                        .getBytes(StandardCharsets.UTF_8);
        assertThrows(UnreadableFile.class, () -> new Gift().read(gift));
        assertThrows(UnreadableFile.class, () -> new Aiken().read(aiken));
        var none = "ANSWER: A\n".repeat(10_001).getBytes(StandardCharsets.UTF_8);
        assertThrows(UnreadableFile.class, () -> new Aiken().read(none));
    }

    /** It would be written with all its zeros, or read for hours. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "LONG"})
    void numberThatIsAMonsterIsNoNumber(String words) {
        var number = words.equals("LONG") ? "9".repeat(1_000_000) : words;
        assertEquals(1, gift("How much? {#" + number + ":1}\n").leftOut().size());
        assertEquals(1, csv("type,text,answer 1\nnumerical,Much?," + number).leftOut().size());
        assertEquals(
                1,
                moodle(
                                "<question type=\"numerical\"><questiontext><text>Much?</text></questiontext><answer fraction=\"100\"><text>%s</text></answer></question>"
                                        .formatted(number))
                        .leftOut()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "::",
                "x {",
                "x {}",
                "x {=}",
                "x {~}",
                "x {#}",
                "x {#a}",
                "x {#1:b}",
                "x {#1..}",
                "x {=->}",
                "x {=%%}",
                "x {T#",
                "x {####}",
                "{=a ~b}",
                "x {=a ~b} {=c}",
                "x {=%999%a ~b}",
                "x {#1e99:1}",
                "\\",
                "x {=a\\",
                "::t",
                "[html] {=a ~b}",
                "x {~a ~b}",
                "x {=a ~a}"
            })
    void whatIsNoQuestionIsLeftOutWithAReason(String text) {
        var file = gift(text + "\n\nStill there? {T}\n");
        assertEquals("Still there?", file.questions().getLast().text("text"));
        file.leftOut().forEach(each -> assertTrue(!each.reason().isBlank(), text));
    }

    @Test
    void endlessQuestionIsLeftOutWithoutTakingItApart() {
        var file = gift("x {" + "=a".repeat(900_000) + "}\n\nStill there? {T}\n");
        assertEquals("it is longer than 100,000 characters", file.leftOut().getFirst().reason());
        assertEquals(1, file.questions().size());
    }

    @Test
    void aikenKnowsSingleChoice() {
        var file =
                new Aiken()
                        .read(
                                """
                                What is 1 + 1?
                                A. 1
                                B) 2
                                ANSWER: B

                                And then?
                                A. x
                                ANSWER: A

                                Never answered?
                                A. x
                                """
                                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(1, file.questions().size());
        assertEquals("What is 1 + 1?", file.questions().getFirst().text("text"));
        assertEquals(
                List.of("line 6", "line 10"),
                file.leftOut().stream().map(QuestionFile.LeftOut::place).toList());
    }

    private static QuestionFile moodle(String questions) {
        return new MoodleXml()
                .read(
                        ("<?xml version=\"1.0\"?><quiz>" + questions + "</quiz>")
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void moodleXmlIsUnderstoodQuestionByQuestion() {
        var file =
                moodle(
                        """
                        <question type="category"><category><text>top</text></category></question>
                        <question type="multichoice"><name><text>First one</text></name>
                          <questiontext format="html"><text><![CDATA[<p>Which <b>loss</b>?<script>alert(1)</script></p>]]></text></questiontext>
                          <generalfeedback format="html"><text>Think.</text></generalfeedback><single>true</single>
                          <answer fraction="100"><text>this</text><feedback><text>Yes</text></feedback></answer>
                          <answer fraction="0"><text>that</text><feedback><text>No</text></feedback></answer>
                          <hint format="html"><text>Look.</text></hint>
                        </question>
                        <question type="essay"><questiontext><text>Write.</text></questiontext></question>
                        <question type="numerical"><questiontext><text>Pi?</text></questiontext>
                          <answer fraction="100"><text>3.14</text><tolerance>0.01</tolerance></answer></question>
                        <question type="numerical"><questiontext><text>Bad?</text></questiontext>
                          <answer fraction="100"><text>three</text></answer></question>
                        """);
        assertEquals(
                List.of("single-choice", "numerical"),
                file.questions().stream().map(TravellingQuestion::type).toList());
        var first = file.questions().getFirst();
        assertEquals("Which **loss**?", first.text("text"));
        assertEquals("Think.", first.text("explanation"));
        assertEquals(List.of("Look."), first.tree().get("hints"));
        assertTrue(first.id().startsWith("q-first-one-"), first.id());
        assertEquals(
                List.of("question 2, line 9", "question 4, line 12"),
                file.leftOut().stream().map(QuestionFile.LeftOut::place).toList());
    }

    /** Guarantee E14: refused before anything is looked up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz/>",
                "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>",
                "<!DOCTYPE q [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><quiz>&b;</quiz>",
                "<quiz>&unknown;</quiz>",
                "<quiz><question></quiz>",
                "<questions/>",
                "not xml",
                ""
            })
    void xmlThatMeansHarmIsRefused(String text) {
        assertThrows(
                UnreadableFile.class,
                () -> new MoodleXml().read(text.getBytes(StandardCharsets.UTF_8)));
        var deep = "<quiz>" + "<a>".repeat(100_000);
        assertThrows(
                UnreadableFile.class,
                () -> new MoodleXml().read(deep.getBytes(StandardCharsets.UTF_8)));
    }

    private static QuestionFile csv(String text) {
        return new CsvTable().read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tableOfASpreadsheetIsUnderstood() {
        var file =
                csv(
                        """
                        type;text;answer 1;mark 1;answer 2;right
                        single-choice;"Two; or
                        ""three""?";two;100;three;
                        true-false;Is it?;true;;;Yes.
                        numerical;How many?;many;;;
                        generated;x;;;;
                        ;;;;;
                        """);
        assertEquals(2, file.questions().size());
        assertEquals("Two; or\n\"three\"?", file.questions().getFirst().text("text"));
        assertEquals("line 4", file.questions().getLast().place());
        assertEquals(
                List.of("line 5", "line 6"),
                file.leftOut().stream().map(QuestionFile.LeftOut::place).toList());
        assertThrows(UnreadableFile.class, () -> csv("a,b\n1,2\n"));
        assertThrows(UnreadableFile.class, () -> csv("type,text\ntrue-false,\"never closed\n"));
        assertThrows(
                UnreadableFile.class, () -> csv("type,text\n" + "true-false,x\n".repeat(10_001)));
    }

    /** Guarantee E16. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-x", "@a", "'=1", "=\"a;b\""})
    void cellIsNoFormulaAndComesBackAsItIs(String text) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", "q-formula");
        tree.put("type", "true-false");
        tree.put("text", text);
        tree.put("answer", true);
        tree.put("feedback", Map.of("true", text, "false", "no"));
        tree.put("explanation", text);
        var written = new CsvTable().write(List.of(TravellingQuestion.of(tree))).file();
        var line = new String(written, StandardCharsets.UTF_8).lines().toList().get(1);
        assertTrue(line.matches("q-formula,true-false,,,,\"?'.*"), line);
        var back = new CsvTable().read(written).questions().getFirst();
        assertEquals(text, back.text("text"));
        assertEquals(text, back.text("explanation"));
    }

    /** What a format does not carry: made up again when it is read, or added by hand. */
    private static Map<String, Object> meaning(Map<String, Object> tree, Set<String> carried) {
        var meaning = new LinkedHashMap<String, Object>();
        Trees.copy(tree)
                .forEach((field, value) -> {
                    if (carried.contains(field)) {
                        meaning.put(field, stripped(value));
                    }
                });
        if (meaning.get("pairs") instanceof List<?> pairs) {
            meaning.put(
                    "pairs",
                    pairs.stream()
                            .map(pair -> (Map<?, ?>) pair)
                            .map(pair -> pair.get("left") + " -> " + pair.get("right"))
                            .toList());
        }
        return meaning;
    }

    private static Object stripped(Object value) {
        return switch (value) {
            case String text -> text.strip();
            case List<?> list -> list.stream().map(QuestionFormatsTest::stripped).toList();
            case Map<?, ?> map -> {
                var stripped = new LinkedHashMap<Object, Object>();
                map.forEach((name, each) -> stripped.put(name, stripped(each)));
                if (stripped.get("fraction") instanceof java.math.BigDecimal whole
                        && whole.compareTo(java.math.BigDecimal.ONE) == 0) {
                    stripped.remove("fraction");
                }
                yield stripped;
            }
            default -> value;
        };
    }

    private static final Set<String> OF_GIFT =
            Set.of(
                    "id",
                    "type",
                    "concept",
                    "section",
                    "difficulty",
                    "text",
                    "explanation",
                    "options",
                    "answers",
                    "pairs",
                    "extra",
                    "feedback");

    /** Our own questions, all that the format knows, say the same when they come back. */
    @ParameterizedTest
    @ValueSource(strings = {"gift", "moodle-xml", "csv"})
    void bankComesBack(String id) {
        var format =
                formats().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        var course =
                new ContentReader(ContentFiles.in(Path.of("content")))
                        .course("training-deep-networks");
        var bank =
                course.lessons().stream()
                        .flatMap(lesson -> lesson.bank().stream())
                        .map(BankQuestion::tree)
                        .map(TravellingQuestion::of)
                        .toList();
        var written = format.write(bank);
        var back = format.read(written.file());
        assertEquals(List.of(), back.leftOut());
        assertEquals(bank.size(), back.questions().size() + written.leftOut().size());
        var there = new LinkedHashMap<String, TravellingQuestion>();
        bank.forEach(question -> there.put(question.id(), question));
        for (var question : back.questions()) {
            var before = there.get(question.id());
            var carried = new java.util.HashSet<>(OF_GIFT);
            if (question.type().equals("numerical")) {
                carried.remove("feedback");
            } else {
                carried.add("answer");
            }
            assertEquals(
                    withoutIds(meaning(before.tree(), carried)),
                    withoutIds(meaning(question.tree(), carried)));
        }
    }

    private static Map<String, Object> withoutIds(Map<String, Object> tree) {
        if (tree.get("options") instanceof List<?> options) {
            tree.put(
                    "options",
                    options.stream()
                            .map(option -> new LinkedHashMap<>((Map<?, ?>) option))
                            .peek(option -> {
                                option.remove("id");
                                option.remove("pinned");
                            })
                            .toList());
        }
        return tree;
    }

    /** Export(import(x)) keeps the meaning of x, whatever stands in its texts. */
    @ParameterizedTest
    @MethodSource("formats")
    void whatWasUnderstoodIsUnderstoodAgain(QuestionFormat format) {
        var random = new Random(7);
        var questions = new ArrayList<TravellingQuestion>();
        for (int i = 0; i < 300; i++) {
            questions.add(TravellingQuestion.of(Examples.question(random, i)));
        }
        var once = format.read(format.write(questions).file());
        assertEquals(List.of(), once.leftOut());
        assertTrue(once.questions().size() >= 40, once.questions().size() + " of 300");
        var twice = format.read(format.write(once.questions()).file());
        assertEquals(
                once.questions().stream().map(q -> Trees.copy(q.tree())).toList(),
                twice.questions().stream().map(q -> Trees.copy(q.tree())).toList());
    }
}
