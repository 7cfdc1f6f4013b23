package descent.course.reading;

import descent.course.material.Index.Kind;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Depth;
import descent.course.material.LessonText.Section;
import descent.course.yaml.Fields;
import descent.course.yaml.FileNotes;
import descent.course.yaml.YamlText;
import descent.shared.text.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code lesson.md}: front matter in YAML, then Markdown whose second-level headings begin
 * sections.
 */
final class LessonTextReader {
    private static final String FENCE = "---";

    private final List<String> lines;
    private final FileNotes notes;

    private LessonTextReader(String text, FileNotes notes) {
        this.lines = text.lines().toList();
        this.notes = notes;
    }

    static Optional<LessonText> read(String text, FileNotes notes) {
        return new LessonTextReader(text, notes).read();
    }

    private Optional<LessonText> read() {
        int end = endOfFrontMatter();
        if (end < 0) {
            notes.error(
                    1,
                    "front-matter",
                    "the file begins with front matter between two lines of ---");
            return Optional.empty();
        }
        // The text first: what is wrong in it is told even if the front matter cannot be read.
        var introduction = new ArrayList<Prose>();
        var sections = sections(end + 1, introduction);
        return YamlText.parse(joined(1, end), 2, notes)
                .flatMap(top ->
                        Fields.read(top, notes, f -> lesson(f, introduction.getFirst(), sections)));
    }

    private static LessonText lesson(Fields f, Prose introduction, List<Section> sections) {
        return new LessonText(
                f.text("title"),
                f.whole("minutes", 1),
                f.proseList("outcomes"),
                f.nested("summary", LessonTextReader::summaries).orElse(Map.of()),
                introduction,
                sections);
    }

    private static Map<Depth, Prose> summaries(Fields f) {
        return Map.of(
                Depth.BASIC, f.prose("basic"),
                Depth.MEDIUM, f.prose("medium"),
                Depth.DETAILED, f.prose("detailed"));
    }

    /** The place of the line that ends the front matter; -1 when there is none. */
    private int endOfFrontMatter() {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }

    private List<Section> sections(int from, List<Prose> introduction) {
        var starts =
                Prose.of(joined(from, lines.size()), from + 1).titles().stream()
                        .filter(title -> title.level() == 2)
                        .toList();
        int first = starts.isEmpty() ? lines.size() : starts.getFirst().line() - 1;
        introduction.add(prose(from, first));
        var sections = new ArrayList<Section>();
        for (int i = 0; i < starts.size(); i++) {
            var title = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).line() - 1 : lines.size();
            notes.declare(Kind.SECTION, title.id(), title.line());
            sections.add(new Section(title.id(), title.text(), prose(title.line() - 1, end)));
        }
        notes.amount("sections", sections.size(), from + 1);
        return sections;
    }

    private Prose prose(int from, int to) {
        var prose = Prose.of(joined(from, to), from + 1);
        notes.text(prose);
        return prose;
    }

    private String joined(int from, int to) {
        return from >= to ? "" : String.join("\n", lines.subList(from, to)) + "\n";
    }
}
