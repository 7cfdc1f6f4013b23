package descent.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.reading.ContentReader;
import descent.flashcard.deck.CourseNotes;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseEntriesTest {
    private static List<Entry> entries(Sample sample) {
        var course = new ContentReader(sample.files()).course(Sample.COURSE);
        return CourseEntries.of(course, new CourseNotes().of(course));
    }

    private static List<String> addresses(Kind kind) {
        return entries(new Sample()).stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::address)
                .toList();
    }

    private static Entry at(String address) {
        return entries(new Sample()).stream()
                .filter(entry -> entry.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachThingIsFoundAtItsPlace() {
        var lesson = "/courses/sample/lessons/walking-downhill";
        assertTrue(
                addresses(Kind.LESSON)
                        .containsAll(
                                List.of(
                                        lesson,
                                        lesson + "#step",
                                        lesson + "#rate",
                                        lesson + "#back")));
        assertEquals(
                List.of(
                        "/courses/sample/glossary#gradient",
                        "/courses/sample/glossary#learning-rate"),
                addresses(Kind.TERM));
        assertEquals(List.of("/experiments/presets/sample/two-rates"), addresses(Kind.PRESET));
        assertEquals(
                List.of(
                        "/courses/sample/cards/card/lesson.card-direction.front",
                        "/courses/sample/cards/card/lesson.card-rate.c1"),
                addresses(Kind.CARD));
        assertEquals(
                "/editor/courses/sample/item/lessons/01-walking-downhill/questions.yaml?id=q-direction",
                addresses(Kind.QUESTION).getFirst());
    }

    @Test
    void sectionHasItsTextWithoutItsTitleAndFormulasToRead() {
        var section = at("/courses/sample/lessons/walking-downhill#step");
        assertEquals("The step", section.title());
        assertEquals("Walking downhill · A Sample Course", section.where());
        assertEquals("Walking downhill\nIn numbers", section.headings());
        assertTrue(
                section.text()
                        .strip()
                        .startsWith("The gradient points up, so we go down: w ← w - η g"),
                section.text());
    }

    @Test
    void questionHasAllItsTextsAndPresetsKeepTheirAnswers() {
        var question =
                entries(new Sample()).stream()
                        .filter(entry -> entry.kind() == Kind.QUESTION)
                        .findFirst()
                        .orElseThrow();
        assertEquals("Which way does a step go?", question.title());
        assertEquals("q-direction · Walking downhill · A Sample Course", question.where());
        assertTrue(question.text().contains("That is uphill."), question.text());
        assertEquals(
                "The larger rate arrives first. Which curve falls faster?",
                at("/experiments/presets/sample/two-rates").text());
    }

    @Test
    void lessonThatTheCourseDoesNotNameIsNotThere() {
        var hidden =
                new Sample()
                        .replacing("sample/course.yaml", "[walking-downhill, noise]", "[noise]");
        assertTrue(
                entries(hidden).stream().noneMatch(e -> e.address().contains("walking-downhill")));
    }

    @Test
    void brokenTextLeavesTheRest() {
        var broken = new Sample().with(Sample.LESSON + "lesson.md", "no front matter");
        assertTrue(entries(broken).stream().anyMatch(e -> e.title().equals("Two rates")));
    }
}
