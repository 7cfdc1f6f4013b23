package descent.editor;

import descent.course.Head;
import descent.course.Publishing;
import descent.course.Revision;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a course, each with how it stands. */
@ApplicationScoped
class CourseContents {
    /** What a lesson has, in the order in which a reader meets it. */
    private static final List<String> LESSON_FILES =
            List.of(
                    "lesson.md",
                    "concepts.yaml",
                    "conversation.yaml",
                    "audiobook.yaml",
                    "flashcards.yaml",
                    "questions.yaml",
                    "experiments.yaml");

    private static final List<String> COURSE_FILES =
            List.of("course.yaml", "glossary.yaml", "voices.yaml", "challenges.yaml");

    private final Publishing publishing;
    private final Drafts drafts;
    private final Authors authors;

    CourseContents(Publishing publishing, Drafts drafts, Authors authors) {
        this.publishing = publishing;
        this.drafts = drafts;
        this.authors = authors;
    }

    /**
     * A lesson, or the course as a whole.
     *
     * @param folder within the course's folder; empty for the course as a whole
     * @param lesson its id; empty for the course as a whole and for a lesson that is hidden
     * @param hidden whether the course does not name the lesson: nobody sees it
     * @param missing parts that it does not have yet
     */
    public record Group(
            String folder,
            String lesson,
            String title,
            boolean hidden,
            List<Row> rows,
            List<PartPath> missing) {}

    /**
     * A file.
     *
     * @param broken whether all or some of it cannot be shown
     * @param waiting whether the content folder has another text
     * @param drafts whose drafts there are
     */
    public record Row(
            PartPath part,
            Revision revision,
            String who,
            boolean broken,
            boolean waiting,
            List<String> drafts) {}

    List<Group> of(Course course, UUID reader) {
        var groups = new LinkedHashMap<String, List<Row>>();
        groups.put("", new ArrayList<>());
        for (var lesson : course.lessons()) {
            groups.put(folder(course, lesson), new ArrayList<>());
        }
        for (var row : rows(course, reader)) {
            groups.computeIfAbsent(row.part().folder(), _ -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(group -> group(course, group.getKey(), group.getValue()))
                .toList();
    }

    private static Group group(Course course, String folder, List<Row> rows) {
        var lesson =
                course.lessons().stream()
                        .filter(each -> folder(course, each).equals(folder))
                        .findFirst();
        var expected = folder.isEmpty() ? COURSE_FILES : LESSON_FILES;
        var there = rows.stream().map(row -> row.part().name()).collect(Collectors.toSet());
        return new Group(
                folder,
                lesson.map(Lesson::id).orElse(""),
                lesson.map(Lesson::title)
                        .orElse(folder.isEmpty() ? "The course as a whole" : folder),
                lesson.isEmpty() && !folder.isEmpty(),
                rows.stream().sorted(Comparator.comparingInt(row -> place(row.part()))).toList(),
                expected.stream()
                        .map(file -> new PartPath(course.id(), join(folder, file)))
                        .filter(part -> !there.contains(part.name()))
                        .toList());
    }

    private List<Row> rows(Course course, UUID reader) {
        var broken =
                course.parts()
                        .filter(part -> part.isBroken() || part.isIncomplete())
                        .map(Part::path)
                        .collect(Collectors.toSet());
        var draftsOf =
                drafts.ofCourse(course.id()).stream()
                        .collect(Collectors.groupingBy(draft -> draft.key.path()));
        var heads = publishing.below(course.id());
        var names =
                authors.names(
                        Stream.concat(
                                        heads.stream().map(head -> head.revision().author()),
                                        draftsOf.values().stream()
                                                .flatMap(List::stream)
                                                .map(draft -> draft.key.authorId()))
                                .toList());
        return heads.stream().map(head -> row(head, broken, draftsOf, names, reader)).toList();
    }

    private static Row row(
            Head head,
            Set<String> broken,
            Map<String, List<Draft>> draftsOf,
            Authors.Names names,
            UUID reader) {
        var path = head.revision().path();
        return new Row(
                PartPath.of(path),
                head.revision(),
                names.of(head.revision().author()),
                broken.contains(path),
                head.waiting() != null,
                draftsOf.getOrDefault(path, List.of()).stream()
                        .map(draft -> draft.key.authorId())
                        .map(id -> id.equals(reader) ? "your" : names.of(id) + "'s")
                        .toList());
    }

    private static int place(PartPath part) {
        var file = part.file();
        int place = Math.max(LESSON_FILES.indexOf(file), COURSE_FILES.indexOf(file));
        return place < 0 ? LESSON_FILES.size() : place;
    }

    private static String folder(Course course, Lesson lesson) {
        return lesson.folder().substring(course.id().length() + 1);
    }

    private static String join(String folder, String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
