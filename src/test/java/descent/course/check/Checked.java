package descent.course.check;

import descent.course.Sample;
import descent.course.material.Finding;
import descent.course.proof.ContentProof;
import descent.shared.text.TestFormulas;
import java.util.List;

/** What the check says of a sample. */
final class Checked {
    private Checked() {}

    static List<Finding> findings(Sample sample) {
        return new ContentCheck(sample.files(), TestFormulas.DRAWN_ONCE).all();
    }

    static List<String> errors(Sample sample) {
        return findings(sample).stream().filter(Finding::isError).map(Finding::toString).toList();
    }

    /** With the runs trained and the questions drawn. */
    static List<Finding> proven(Sample sample) {
        return new ContentProof(sample.files(), TestFormulas.DRAWN_ONCE).findings();
    }
}
