package descent.course.proof;

import descent.course.check.ContentCheck;
import descent.course.material.ContentFiles;
import descent.course.material.Finding;
import descent.course.reading.ContentReader;
import descent.shared.text.Formulas;
import java.util.List;
import java.util.stream.Collectors;

/** The check of a folder with all that it can prove, which takes minutes. */
public final class ContentProof {
    private final ContentFiles files;
    private final Measured measured = new Measured();
    private final ContentCheck check;

    public ContentProof(ContentFiles files, Formulas formulas) {
        this.files = files;
        this.check =
                new ContentCheck(
                        files,
                        formulas,
                        List.of(
                                new QuestionsProven(),
                                new ClaimsHold(measured),
                                new QuotedNumbers(measured)));
    }

    /** Of all courses, in the order of files and lines. */
    public List<Finding> findings() {
        return check.all();
    }

    /** What all courses hold, and what was measured of their presets, as Markdown. */
    public String report() {
        var reader = new ContentReader(files);
        return ContentReader.courseIds(files.paths()).stream()
                .map(id -> new CourseReport(reader.course(id), measured).markdown())
                .collect(Collectors.joining("\n"));
    }
}
