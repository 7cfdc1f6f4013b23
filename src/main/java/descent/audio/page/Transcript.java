package descent.audio.page;

import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.audio.sound.Captions;
import descent.audio.sound.Timing;
import descent.audio.track.Wanted;
import descent.course.CourseLinks;
import descent.course.material.Audiobook;
import descent.course.material.Conversation;
import descent.course.material.Course;
import descent.shared.text.Formulas;
import descent.shared.text.Html;
import descent.shared.text.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said, to read along: sentence by sentence where it is said as it is written; where the
 * wording for the voice is another, the text as it is written in one.
 */
public record Transcript(List<Passage> passages) {
    /**
     * @param title whether it is the title of what follows
     */
    public record Passage(String role, String speaker, boolean title, List<Unit> units) {}

    /**
     * What is marked while it is heard.
     *
     * @param html null where the text is plain
     * @param from in milliseconds; negative where nobody knows
     */
    public record Unit(String id, String text, @Nullable Html html, long from, long to) {
        public boolean isTimed() {
            return from >= 0;
        }
    }

    /**
     * @param timings empty where nobody knows when what is said
     */
    static Transcript of(Course course, Wanted.Item item, List<Timing> timings, Formulas formulas) {
        var written = written(item);
        var links = new CourseLinks(course, item.lesson());
        var passages = new ArrayList<Passage>();
        var lines = item.script().lines();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var id = passageId(line);
            var prose = written.get(id);
            int last = i;
            while (prose != null
                    && last + 1 < lines.size()
                    && passageId(lines.get(last + 1)).equals(id)) {
                last++;
            }
            var units =
                    prose == null
                            ? sentences(line, timings.isEmpty() ? null : timings.get(i))
                            : List.of(
                                    new Unit(
                                            unitId(line, 0),
                                            "",
                                            prose.render(formulas, links),
                                            timings.isEmpty() ? -1 : timings.get(i).from(),
                                            timings.isEmpty() ? -1 : timings.get(last).to()));
            passages.add(
                    new Passage(
                            line.role(),
                            course.speaker(line.role()),
                            line.kind() != Kind.TEXT,
                            units));
            i = last;
        }
        return new Transcript(List.copyOf(passages));
    }

    private static List<Unit> sentences(Line line, @Nullable Timing timing) {
        var units = new ArrayList<Unit>();
        for (int s = 0; s < line.sentences().size(); s++) {
            units.add(
                    new Unit(
                            unitId(line, s),
                            line.sentences().get(s),
                            null,
                            timing == null ? -1 : timing.sentences().get(s).from(),
                            timing == null ? -1 : timing.sentences().get(s).to()));
        }
        return List.copyOf(units);
    }

    private static String unitId(Line line, int sentence) {
        return "said-" + Captions.sentenceId(line, sentence);
    }

    /** Of a turn its id, of a paragraph the passage it is of. */
    private static String passageId(Line line) {
        return line.id().replaceFirst("/[0-9]+$", "");
    }

    /** Texts that a voice reads in other words, by the id of their passage. */
    private static Map<String, Prose> written(Wanted.Item item) {
        var written = new HashMap<String, Prose>();
        switch (item.track()) {
            case CONVERSATION -> {
                for (var turn : item.lesson().conversation().list(Conversation::turns)) {
                    put(written, turn.id(), turn.text(), turn.spoken());
                }
            }
            case AUDIOBOOK -> {
                for (var chapter : item.lesson().audiobook().list(Audiobook::chapters)) {
                    put(written, chapter.id() + "/text", chapter.text());
                    put(written, chapter.id() + "/explanation", chapter.explanation());
                    put(written, chapter.id() + "/analogy", chapter.analogy());
                }
            }
        }
        return written;
    }

    private static void put(Map<String, Prose> written, String id, Audiobook.Passage passage) {
        put(written, id, passage.text(), passage.spoken());
    }

    private static void put(Map<String, Prose> written, String id, Prose text, Prose spoken) {
        if (!text.source().equals(spoken.source())) {
            written.put(id, text);
        }
    }
}
