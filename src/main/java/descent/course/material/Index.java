package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;

/**
 * What a file declares, refers to and says, with lines: enough for rules that look across files to
 * know nothing of the kinds of files.
 *
 * @param texts for readers
 * @param spoken what a voice reads: the text itself where no other wording is given
 */
public record Index(
        List<Name> declared,
        List<Name> referred,
        List<Prose> texts,
        List<Prose> spoken,
        List<Amount> amounts) {
    public static final Index EMPTY =
            new Index(List.of(), List.of(), List.of(), List.of(), List.of());

    /** What has an id. Ids are unique among their kind in a course, or in a lesson. */
    public enum Kind {
        COURSE("course", "", false),
        LESSON("lesson", "", false),
        SECTION("section", "lesson.md", true),
        TERM("glossary term", "glossary.yaml", false),
        CONCEPT("key concept", "concepts.yaml", false),
        WORKED_EXAMPLE("worked example", "concepts.yaml", false),
        MEMORY_AID("memory aid", "concepts.yaml", false),
        ROLE("role of the cast", "course.yaml", false),
        TURN("turn", "conversation.yaml", true),
        CHAPTER("chapter", "audiobook.yaml", true),
        CARD("flashcard", "flashcards.yaml", false),
        QUESTION("question", "questions", false),
        PRESET("preset", "experiments.yaml", false),
        TEST("test", "tests/", false),
        CHALLENGE("challenge", "challenges.yaml", false);

        private final String words;
        private final String file;
        private final boolean ofLesson;

        Kind(String words, String file, boolean ofLesson) {
            this.words = words;
            this.file = file;
            this.ofLesson = ofLesson;
        }

        public String words() {
            return words;
        }

        /** Whether the file at this path is one that declares it; folders declare lessons. */
        public boolean isDeclaredIn(String path) {
            return !file.isEmpty() && path.contains("/" + file);
        }

        /** Two lessons may use the same id. */
        public boolean ofLesson() {
            return ofLesson;
        }
    }

    /** An id where it stands. */
    public record Name(Kind kind, String id, int line) {}

    /** How many items a list holds. */
    public record Amount(String list, int size, int line) {}

    public Index {
        declared = List.copyOf(declared);
        referred = List.copyOf(referred);
        texts = List.copyOf(texts);
        spoken = List.copyOf(spoken);
        amounts = List.copyOf(amounts);
    }

    /** Where it is declared; 1 where it is not. */
    public int lineOf(Kind kind, String id) {
        return declared.stream()
                .filter(name -> name.kind() == kind && name.id().equals(id))
                .mapToInt(Name::line)
                .findFirst()
                .orElse(1);
    }

    public boolean declares(Kind kind, String id) {
        return declared.stream().anyMatch(name -> name.kind() == kind && name.id().equals(id));
    }
}
