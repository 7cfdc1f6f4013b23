package descent.course.check;

import descent.course.material.Catalogue;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.reading.ContentReader;
import descent.shared.text.Formulas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks a folder of content: what the files say, without training or drawing anything. */
public final class ContentCheck {
    private static final List<Rule> RULES =
            List.of(
                    new UniqueIds(),
                    new KnownReferences(),
                    new LinkTargets(),
                    new NoHtml(),
                    new FormulasDrawn(),
                    new Headings(),
                    new Pictures(),
                    new Drawings(),
                    new SpokenTexts(),
                    new TestPools(),
                    new RunSettings(),
                    new LessonFolders(),
                    new KnownFiles(),
                    new Amounts(),
                    new Sentences(),
                    new ReadingLevel());

    private final ContentFiles files;
    private final Formulas formulas;
    private final List<Rule> more;

    public ContentCheck(ContentFiles files, Formulas formulas) {
        this(files, formulas, List.of());
    }

    /**
     * @param more rules that take longer than those of this package
     */
    public ContentCheck(ContentFiles files, Formulas formulas, List<Rule> more) {
        this.files = files;
        this.formulas = formulas;
        this.more = List.copyOf(more);
    }

    /** Of all courses, in the order of files and lines. */
    public List<Finding> all() {
        var reader = new ContentReader(files);
        var catalogue = reader.catalogue();
        var courses = ContentReader.courseIds(files.paths());
        var findings = new ArrayList<>(catalogue.findings());
        var named =
                catalogue.list(Catalogue::fields).stream()
                        .flatMap(field -> field.courses().stream())
                        .collect(Collectors.toSet());
        for (var name : catalogue.index().referred()) {
            if (!courses.contains(name.id())) {
                findings.add(
                        Finding.error(
                                ContentReader.CATALOGUE,
                                name.line(),
                                "reference",
                                "there is no course \"%s\"".formatted(name.id())));
            }
        }
        for (var id : courses) {
            if (!named.contains(id)) {
                findings.add(
                        Finding.warning(
                                id + "/course.yaml",
                                1,
                                "catalogue",
                                "the catalogue does not name this course: nobody finds it"));
            }
            findings.addAll(of(reader.course(id)));
        }
        return sorted(findings);
    }

    /** Of one course. */
    public List<Finding> of(Course course) {
        var findings = new ArrayList<Finding>();
        course.parts().forEach(part -> findings.addAll(part.findings()));
        var inspected = new Inspected(course, files, formulas);
        RULES.forEach(rule -> rule.check(inspected, findings::add));
        more.forEach(rule -> rule.check(inspected, findings::add));
        return sorted(findings);
    }

    private static List<Finding> sorted(Collection<Finding> findings) {
        return List.copyOf(new TreeSet<>(findings));
    }
}
