package descent.course.reading;

import descent.course.material.Catalogue;
import descent.course.material.Glossary;
import descent.course.material.Index.Kind;
import descent.course.material.Syllabus;
import descent.course.material.Syllabus.Completion;
import descent.course.yaml.Fields;
import descent.course.yaml.FileNotes;
import java.util.List;
import java.util.Map;

/** The files of the catalogue and of a course as a whole: one method a file. */
final class CourseReaders {
    private static final List<String> ROLES =
            List.of("teacher", "student-a", "student-b", "narrator");

    private CourseReaders() {}

    /** {@code catalogue.yaml} */
    static Catalogue catalogue(Fields f) {
        return new Catalogue(
                f.each(
                        "fields",
                        field ->
                                new Catalogue.Field(
                                        field.id("id"),
                                        field.text("title"),
                                        field.references("courses", Kind.COURSE))));
    }

    /** {@code course.yaml} */
    static Syllabus syllabus(Fields f, FileNotes notes) {
        var lessons = f.references("lessons", Kind.LESSON);
        return new Syllabus(
                f.text("title"),
                f.text("subtitle"),
                f.prose("description"),
                f.textIfAny("language").orElse("en"),
                lessons,
                cast(f, notes),
                f.nestedIfAny("completion", completion -> completion(completion, lessons))
                        .orElseGet(() -> new Completion(lessons, List.of())));
    }

    private static Map<String, String> cast(Fields f, FileNotes notes) {
        var cast = f.textMap("cast");
        for (var role : cast.keySet()) {
            notes.declare(Kind.ROLE, role, f.lineOf("cast"));
            if (!ROLES.contains(role)) {
                f.breaking(
                        f.lineOf("cast"),
                        "unknown-name",
                        "\"%s\" is no role; there are: %s"
                                .formatted(role, String.join(", ", ROLES)));
            }
        }
        return cast;
    }

    private static Completion completion(Fields f, List<String> lessons) {
        boolean all = f.textIfAny("lessons-read").filter("all"::equals).isPresent();
        return new Completion(
                all ? lessons : f.references("lessons-read", Kind.LESSON),
                f.references("tests-passed", Kind.TEST));
    }

    /** {@code glossary.yaml} */
    static Glossary glossary(Fields f) {
        return new Glossary(f.each("terms", CourseReaders::term));
    }

    private static Glossary.Term term(Fields f) {
        var definition = f.prose("definition");
        var wording = f.wordingIfAny("spoken");
        return new Glossary.Term(
                f.id(Kind.TERM),
                f.text("term"),
                f.textList("also"),
                definition,
                wording.isPresent() ? f.spoken(wording, definition) : definition);
    }
}
