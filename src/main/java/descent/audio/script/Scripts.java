package descent.audio.script;

import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import descent.course.material.Audiobook;
import descent.course.material.Audiobook.Chapter;
import descent.course.material.Audiobook.Passage;
import descent.course.material.Conversation;
import descent.course.material.Course;
import descent.course.material.Glossary;
import descent.course.material.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripts of a lesson. Line ids are made of the ids that authors gave. */
public final class Scripts {
    public static final String NARRATOR = "narrator";
    public static final String IN_PLAIN_WORDS = "In plain words";
    public static final String LIKE_IN_EVERYDAY_LIFE = "Like in everyday life";

    private Scripts() {}

    /** Empty where the lesson has no such part, or nothing of it can be said. */
    public static Optional<Script> of(Course course, Lesson lesson, Track track) {
        var language = course.language();
        var lines =
                switch (track) {
                    case CONVERSATION ->
                            lesson.conversation().content().map(c -> conversation(c, language));
                    case AUDIOBOOK -> lesson.audiobook().content().map(a -> audiobook(a, language));
                };
        return lines.filter(l -> !l.isEmpty()).map(l -> new Script(language, l));
    }

    /** Of a word of the glossary alone. Empty where nothing of it can be said. */
    public static Optional<Script> of(Glossary.Term term, String language) {
        var lines = new ArrayList<Line>();
        add(lines, "term", NARRATOR, Kind.TEXT, term.term(), language);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Script(language, lines));
    }

    private static List<Line> conversation(Conversation conversation, String language) {
        var lines = new ArrayList<Line>();
        for (var turn : conversation.turns()) {
            add(lines, turn.id(), turn.speaker(), Kind.TEXT, turn.spoken().plainText(), language);
        }
        return lines;
    }

    private static List<Line> audiobook(Audiobook book, String language) {
        var lines = new ArrayList<Line>();
        for (var chapter : book.chapters()) {
            chapter(lines, chapter, language);
        }
        return lines;
    }

    private static void chapter(List<Line> lines, Chapter chapter, String language) {
        var id = chapter.id();
        add(lines, id, NARRATOR, Kind.CHAPTER, chapter.title(), language);
        passage(lines, id + "/text", chapter.text(), language);
        add(lines, id + "/plain", NARRATOR, Kind.HEADING, IN_PLAIN_WORDS + ".", language);
        passage(lines, id + "/explanation", chapter.explanation(), language);
        add(lines, id + "/everyday", NARRATOR, Kind.HEADING, LIKE_IN_EVERYDAY_LIFE + ".", language);
        passage(lines, id + "/analogy", chapter.analogy(), language);
    }

    private static void passage(List<Line> lines, String id, Passage passage, String language) {
        int number = 0;
        for (var paragraph : passage.spoken().plainText().lines().toList()) {
            add(lines, id + "/" + ++number, NARRATOR, Kind.TEXT, paragraph, language);
        }
    }

    private static void add(
            List<Line> lines, String id, String role, Kind kind, String text, String language) {
        var sentences = Sentences.of(text, language);
        if (!sentences.isEmpty()) {
            lines.add(new Line(id, role, kind, sentences));
        }
    }
}
