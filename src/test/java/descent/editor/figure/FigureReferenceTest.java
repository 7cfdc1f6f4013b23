package descent.editor.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.course.Sample;
import descent.editor.PartPath;
import descent.shared.text.Prose;
import org.junit.jupiter.api.Test;

class FigureReferenceTest {
    private static final PartPath LESSON = PartPath.of(Sample.LESSON + "lesson.md");

    @Test
    void pictureStandsAtTheEndOfItsSection() {
        var text = new Sample().text(Sample.LESSON + "lesson.md");
        var reference = new FigureReference("figures/x.png", "A small valley.", "");
        int end = Sections.of(LESSON, text).end("step");
        var after = reference.putInto(text, end);
        assertEquals(
                text.replace(
                        "\n\n## The rate {#rate}",
                        "\n\n![A small valley.](figures/x.png)\n\n## The rate {#rate}"),
                after);
        assertEquals(
                text.stripTrailing() + "\n\n![A small valley.](figures/x.png)\n",
                reference.putInto(text, Sections.of(LESSON, text).end("nowhere")));
    }

    @Test
    void wordsDoNotEndTheirOwnBrackets() {
        var reference =
                new FigureReference(
                        "figures/x.png", "Weights ] of \\ [two\nlayers]", "He said \"valley\"");
        var picture = Prose.of(reference.markdown()).pictures().getFirst();
        assertEquals("figures/x.png", picture.destination());
        assertEquals("Weights ] of \\ [two layers]", picture.alternative());
    }
}
