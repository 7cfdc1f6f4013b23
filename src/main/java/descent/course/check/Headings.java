package descent.course.check;

import descent.course.material.Finding;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Section;
import descent.shared.text.Prose;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The headings of a lesson make an outline, and other texts have none. */
final class Headings implements Rule {
    /** What else a lesson's page has: a section of this name could not be linked to. */
    private static final Set<String> TAKEN =
            Set.of(
                    "main",
                    "outcomes",
                    "summary",
                    "summary-title",
                    "key-concepts",
                    "worked-examples",
                    "memory-aids",
                    "conversation",
                    "audiobook",
                    "practise");

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        for (var lesson : course.course().lessons()) {
            outline(lesson, findings);
        }
        course.eachPart((part, lesson) -> {
            var sections =
                    lesson.map(Headings::sections).orElse(List.of()).stream()
                            .map(Section::prose)
                            .collect(Collectors.toSet());
            for (var text : part.index().texts()) {
                if (!sections.contains(text)) {
                    for (var title : text.titles()) {
                        report(
                                part.path(),
                                title,
                                "headings belong to the sections of a lesson",
                                findings);
                    }
                }
            }
        });
    }

    private static List<Section> sections(Lesson lesson) {
        return lesson.text().list(LessonText::sections);
    }

    private static void outline(Lesson lesson, Consumer<Finding> findings) {
        var path = lesson.text().path();
        var ids = new HashSet<String>();
        for (var section : sections(lesson)) {
            int above = 2;
            for (var title : section.prose().titles()) {
                if (title.level() == 1) {
                    report(
                            path,
                            title,
                            "a # heading is the lesson's title: begin with ##",
                            findings);
                } else if (title.level() > above + 1) {
                    report(
                            path,
                            title,
                            "a heading of level %d below one of level %d"
                                    .formatted(title.level(), above),
                            findings);
                }
                if (title.level() == 2 && !title.idGiven()) {
                    report(path, title, "a section needs an id: ## Title {#id}", findings);
                }
                if (TAKEN.contains(title.id())) {
                    report(
                            path,
                            title,
                            "the page uses the id \"%s\" for another part".formatted(title.id()),
                            findings);
                }
                // Two sections of one id are the matter of the rule for ids.
                if (!ids.add(title.id()) && title.level() != 2) {
                    report(
                            path,
                            title,
                            "two headings have the id \"%s\"".formatted(title.id()),
                            findings);
                }
                above = title.level();
            }
        }
    }

    private static void report(
            String path, Prose.Title title, String problem, Consumer<Finding> findings) {
        findings.accept(
                Finding.error(
                        path, title.line(), "heading", problem + " (\"" + title.text() + "\")"));
    }
}
