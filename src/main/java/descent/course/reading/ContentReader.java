package descent.course.reading;

import descent.course.material.Catalogue;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Figure;
import descent.course.material.Lesson;
import descent.course.material.MockTest;
import descent.course.material.Part;
import descent.course.material.Syllabus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a folder of content: the catalogue, and each course by itself. */
public final class ContentReader {
    public static final String CATALOGUE = "catalogue.yaml";

    /** {@code 03-gradient-descent}: the number orders the folders, the rest is the lesson's id. */
    private static final Pattern NUMBER = Pattern.compile("^[0-9]+-");

    private final ContentFiles files;
    private final PartReader parts;

    public ContentReader(ContentFiles files) {
        this.files = files;
        this.parts = new PartReader(files);
    }

    public Part<Catalogue> catalogue() {
        return parts.yaml(CATALOGUE, (f, _) -> CourseReaders.catalogue(f));
    }

    /** The folders that hold a course, whether the catalogue names them or not. */
    public static SortedSet<String> courseIds(Collection<String> paths) {
        return paths.stream()
                .filter(path -> path.matches("[^/]+/course\\.yaml"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Course course(String id) {
        var syllabus = parts.yaml(id + "/course.yaml", CourseReaders::syllabus);
        var folders = lessonFolders(id);
        // Without a syllabus to order them: as the folders are numbered.
        List<String> order =
                syllabus.content()
                        .map(Syllabus::lessons)
                        .orElseGet(() -> folders.values().stream().toList());
        return new Course(
                id,
                syllabus,
                parts.yaml(id + "/glossary.yaml", (f, _) -> CourseReaders.glossary(f)),
                parts.yaml(id + "/voices.yaml", (f, _) -> VoicesReader.voices(f)),
                order.stream()
                        .distinct()
                        .flatMap(lesson ->
                                folders.entrySet().stream()
                                        .filter(e -> e.getValue().equals(lesson))
                                        .limit(1)
                                        .map(e -> lesson(lesson, e.getKey())))
                        .toList(),
                tests(id),
                parts.yaml(id + "/challenges.yaml", (f, _) -> ChallengeReader.read(f)));
    }

    /** Folder within the content, in order, to the id of its lesson. */
    public SortedMap<String, String> lessonFolders(String course) {
        var lessons = course + "/lessons/";
        var folders = new TreeMap<String, String>();
        for (var path : below(lessons, _ -> true)) {
            int end = path.indexOf('/', lessons.length());
            if (end > 0) {
                var name = path.substring(lessons.length(), end);
                folders.put(path.substring(0, end), NUMBER.matcher(name).replaceFirst(""));
            }
        }
        return folders;
    }

    /** The lesson of a folder, whether the course names it or not. */
    public Lesson lesson(String folder) {
        var name = folder.substring(folder.lastIndexOf('/') + 1);
        return lesson(NUMBER.matcher(name).replaceFirst(""), folder);
    }

    private Lesson lesson(String id, String folder) {
        return new Lesson(
                id,
                folder,
                parts.text(folder + "/lesson.md", LessonTextReader::read),
                parts.yaml(folder + "/concepts.yaml", (f, _) -> LessonPartReaders.concepts(f)),
                parts.yaml(
                        folder + "/conversation.yaml", (f, _) -> LessonPartReaders.conversation(f)),
                parts.yaml(folder + "/audiobook.yaml", (f, _) -> LessonPartReaders.audiobook(f)),
                parts.yaml(folder + "/flashcards.yaml", (f, _) -> LessonPartReaders.flashcards(f)),
                below(folder + "/", path -> path.matches("questions(/[^/]+)?\\.yaml")).stream()
                        .map(path -> parts.yaml(path, BankReader::read))
                        .toList(),
                parts.yaml(folder + "/experiments.yaml", (f, _) -> PresetReader.read(f)),
                figures(folder));
    }

    private Map<String, Figure> figures(String folder) {
        var figures = new TreeMap<String, Figure>();
        for (var path : below(folder + "/", name -> name.startsWith("figures/"))) {
            var name = path.substring(folder.length() + 1);
            files.bytes(path)
                    .ifPresent(bytes -> figures.put(name, FigureReader.read(name, path, bytes)));
        }
        return figures;
    }

    private List<Part<MockTest>> tests(String course) {
        var tests = new ArrayList<Part<MockTest>>();
        var folder = course + "/tests/";
        for (var path : below(folder, name -> name.endsWith(".yaml"))) {
            var id = path.substring(folder.length(), path.length() - ".yaml".length());
            tests.add(parts.yaml(path, (f, notes) -> TestReader.read(id, f, notes)));
        }
        return tests;
    }

    private List<String> below(String folder, Predicate<String> rest) {
        return files.paths().tailSet(folder).stream()
                .takeWhile(path -> path.startsWith(folder))
                .filter(path -> rest.test(path.substring(folder.length())))
                .toList();
    }
}
