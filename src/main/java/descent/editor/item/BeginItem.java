package descent.editor.item;

import descent.course.Courses;
import descent.course.Publishing;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.editor.AuthorTexts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.form.FieldView.Choice;
import descent.editor.form.Known;
import descent.editor.form.Shape;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Begins what is not there yet, in its author's draft: a lesson, a test, an item of a list. */
@ApplicationScoped
class BeginItem {
    static final String LESSON = "lesson";
    static final String TEST = "test";

    private static final int LONGEST = 300;
    private static final int LONGEST_ID = 80;

    private final Courses courses;
    private final Parts parts;
    private final AuthorTexts texts;
    private final Items items;
    private final Publishing publishing;

    BeginItem(Courses courses, Parts parts, AuthorTexts texts, Items items, Publishing publishing) {
        this.courses = courses;
        this.parts = parts;
        this.texts = texts;
        this.items = items;
        this.publishing = publishing;
    }

    /**
     * @param kind {@code lesson}, {@code test} or one of {@link Beginning#kinds}
     * @param title of it, or what it asks
     * @param lesson that it belongs to
     */
    record Wanted(String kind, String id, String title, String lesson) {}

    /** What is wrong with what is wanted. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static List<Choice> kinds() {
        var kinds = new ArrayList<>(List.of(new Choice(LESSON, LESSON), new Choice(TEST, TEST)));
        for (var name : Beginning.kinds()) {
            var label = ItemKind.named(name).map(ItemKind::words).orElse("question: " + name);
            kinds.add(new Choice(name, label));
        }
        return kinds;
    }

    /**
     * @return the page on which it is edited
     * @throws Refused when there is such a thing, or can be none
     */
    String begin(String courseId, Wanted wanted, UUID author) {
        var course = courses.course(courseId);
        if (!wanted.id().matches("[a-z0-9]+(-[a-z0-9]+)*") || wanted.id().length() > LONGEST_ID) {
            throw new Refused(
                    "An id is made of small letters and digits, joined by hyphens, at most %d: second-step."
                            .formatted(LONGEST_ID));
        }
        if (wanted.title().isBlank() || wanted.title().length() > LONGEST) {
            throw new Refused(
                    "A title, or what is asked, has 1 to %d characters.".formatted(LONGEST));
        }
        return switch (wanted.kind()) {
            case LESSON -> {
                var part = parts.at(courseId, newLesson(courseId, wanted.id()) + "/lesson.md");
                yield begun(part, Beginning.lesson(wanted.title()), author);
            }
            case TEST -> {
                var part = parts.at(courseId, "tests/" + wanted.id() + ".yaml");
                if (parts.bytes(part).isPresent()) {
                    throw new Refused("There is a test \"%s\" already.".formatted(wanted.id()));
                }
                yield begun(part, Beginning.test(wanted.title(), lesson(course, wanted)), author);
            }
            default -> item(course, wanted, author);
        };
    }

    private String begun(PartPath part, String text, UUID author) {
        texts.keep(texts.of(part, author), text, author);
        return part.url() + "?done=begun";
    }

    private String item(Course course, Wanted wanted, UUID author) {
        if (!Beginning.kinds().contains(wanted.kind())) {
            throw Problem.badRequest(
                    "What is new is one of: %s."
                            .formatted(
                                    kinds().stream()
                                            .map(Choice::value)
                                            .collect(Collectors.joining(", "))));
        }
        var kind = ItemKind.named(wanted.kind()).orElse(ItemKind.QUESTION);
        var lesson = lesson(course, wanted);
        var folder = lesson.folder().substring(course.id().length() + 1) + "/";
        var name = (kind.isOfLesson() ? folder : "") + kind.file();
        var listed = items.of(course.id(), name, kind.key(), author);
        boolean taken =
                listed.list().trees().containsKey(wanted.id())
                        || course.parts()
                                .anyMatch(part -> part.index().declares(kind.ids(), wanted.id()));
        if (taken) {
            throw new Refused("There is a %s \"%s\" already.".formatted(kind.words(), wanted.id()));
        }
        var known = Known.of(course, Optional.of(lesson));
        var item =
                Beginning.item(
                        wanted.kind(),
                        wanted.id(),
                        Map.of(
                                "TITLE", wanted.title().strip(),
                                "LESSON", lesson.id(),
                                "CONCEPT", known.first(Shape.CONCEPT),
                                "SECTION", known.first(Shape.SECTION),
                                "FIGURE", known.first(Shape.FIGURE),
                                "SPEAKER", known.first(Shape.ROLE)));
        items.keep(listed, listed.list().with(List.of(item)), author);
        return listed.url(wanted.id()) + "&done=saved";
    }

    private static Lesson lesson(Course course, Wanted wanted) {
        return course.lesson(wanted.lesson())
                .orElseThrow(() -> new Refused("Choose the lesson that it belongs to."));
    }

    /** The folder of a new lesson: its number follows the last. */
    private String newLesson(String course, String id) {
        var folders = LessonFolders.of(publishing, course);
        if (folders.containsValue(id)) {
            throw new Refused("There is a lesson \"%s\" already.".formatted(id));
        }
        var last = folders.isEmpty() ? "" : Collections.max(folders.keySet());
        var digits = last.replaceFirst("^lessons/", "").replaceFirst("-.*", "");
        int number = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : folders.size();
        return "lessons/%02d-%s".formatted(number + 1, id);
    }
}
