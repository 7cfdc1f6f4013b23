package descent.editor;

import static java.util.Map.entry;

import descent.course.Publishing;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One file of the content and the pages on which it is edited.
 *
 * @param course empty for the catalogue
 * @param name within the course's folder
 */
public record PartPath(String course, String name) {
    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    entry("catalogue.yaml", "Catalogue"),
                    entry("course.yaml", "Title, lessons, cast"),
                    entry("glossary.yaml", "Glossary"),
                    entry("voices.yaml", "Voices and pronunciation"),
                    entry("challenges.yaml", "Challenges"),
                    entry("lesson.md", "Text and summaries"),
                    entry("concepts.yaml", "Key concepts, examples, memory aids"),
                    entry("conversation.yaml", "Classroom conversation"),
                    entry("audiobook.yaml", "Audiobook"),
                    entry("flashcards.yaml", "Flashcards"),
                    entry("questions.yaml", "Questions"),
                    entry("experiments.yaml", "Experiments"));

    /** Whose readers see on one page what the file says. */
    private static final Set<String> SEEN =
            Set.of("lesson.md", "concepts.yaml", "glossary.yaml", "course.yaml");

    private static final Set<String> LISTS =
            Set.of(
                    "flashcards.yaml",
                    "glossary.yaml",
                    "questions.yaml",
                    "experiments.yaml",
                    "concepts.yaml",
                    "conversation.yaml",
                    "audiobook.yaml",
                    "challenges.yaml",
                    "course.yaml",
                    "voices.yaml",
                    "catalogue.yaml");

    private static final String LESSONS = "lessons/";
    private static final List<String> TEXTS = List.of(".md", ".yaml", ".svg");

    /** By its path within the content folder. */
    public static PartPath of(String path) {
        var course = Publishing.courseOf(path);
        return new PartPath(course, course.isEmpty() ? path : path.substring(course.length() + 1));
    }

    /** Within the content folder. */
    public String path() {
        return course.isEmpty() ? name : course + "/" + name;
    }

    /** The folder of the course that it is in; empty for what belongs to the course as a whole. */
    public String folder() {
        int end = name.startsWith(LESSONS) ? name.indexOf('/', LESSONS.length()) : -1;
        return end < 0 ? "" : name.substring(0, end);
    }

    /** Its name without folders. */
    public String file() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether the page that it makes is shown beside its text. */
    public boolean isSeen() {
        return SEEN.contains(file());
    }

    /** What it is to an author. */
    public String label() {
        var file = file();
        if (LABELS.containsKey(file)) {
            return LABELS.get(file);
        }
        var stem = file.replaceFirst("\\.[a-z]+$", "");
        if (name.contains("/questions/")) {
            return "Questions: " + stem;
        }
        return (name.startsWith("tests/") ? "Test: " : "Figure: ") + stem;
    }

    /** Whether it is edited as text. */
    public boolean isText() {
        return TEXTS.stream().anyMatch(name::endsWith);
    }

    public String url() {
        return page("parts");
    }

    public String historyUrl() {
        return page("history");
    }

    public String waitingUrl() {
        return page("waiting");
    }

    public String draftUrl() {
        return page("drafts");
    }

    /** Where its publication is planned. */
    public String laterUrl() {
        return page("later");
    }

    public String previewUrl() {
        return page("preview");
    }

    /** Whether it is a list whose items have forms, or has one as a whole. */
    public boolean isList() {
        return LISTS.contains(file()) || name.contains("/questions/") || name.startsWith("tests/");
    }

    public String itemsUrl() {
        return page("items");
    }

    public String itemUrl() {
        return page("item");
    }

    /** Where the items of this list are put into another order. */
    public String rowsUrl() {
        return page("rows");
    }

    /** Where the runs of a preset of this list are asked for. */
    public String runsUrl() {
        return page("runs");
    }

    /** Of the lesson's pictures. */
    public String figuresUrl() {
        return "/editor/courses/%s/figures/%s"
                .formatted(course, folder().substring(LESSONS.length()));
    }

    /** Whether it is the text of a lesson, in which pictures stand. */
    public boolean isLesson() {
        return file().equals("lesson.md");
    }

    /** The page that lists it among others. */
    public String listUrl() {
        return course.isEmpty() ? "/editor" : "/editor/courses/" + course;
    }

    private String page(String kind) {
        return "/editor/courses/%s/%s/%s".formatted(course.isEmpty() ? "-" : course, kind, name);
    }

    /**
     * @param course as in an address: {@code -} for the catalogue
     */
    static PartPath at(String course, String name) {
        return new PartPath(course.equals("-") ? "" : course, name);
    }
}
