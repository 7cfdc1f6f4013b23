package descent.editor;

import descent.course.material.Finding;
import java.util.List;
import java.util.Set;

/**
 * What the check says of a change.
 *
 * @param here of the changed files
 * @param elsewhere errors of other files that were none before: a term that is gone, a lesson
 */
public record Verdict(List<Finding> here, List<Finding> elsewhere) {
    static final Verdict NOTHING = new Verdict(List.of(), List.of());

    public Verdict {
        here = List.copyOf(here);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether it has to be known what was wrong before: the check takes its time. */
    static boolean isBrokenElsewhere(List<Finding> after, Set<String> changed) {
        return after.stream()
                .anyMatch(finding -> finding.isError() && !changed.contains(finding.file()));
    }

    /** What was wrong before in other files does not stand in the way of anybody. */
    static Verdict of(List<Finding> before, List<Finding> after, Set<String> changed) {
        return new Verdict(
                after.stream().filter(finding -> changed.contains(finding.file())).toList(),
                after.stream()
                        .filter(finding -> !changed.contains(finding.file()))
                        .filter(finding -> finding.isError() && !before.contains(finding))
                        .toList());
    }

    /** Whether learners should not see it. */
    public boolean isBroken() {
        return !elsewhere.isEmpty() || here.stream().anyMatch(Finding::isError);
    }

    public long errors() {
        return elsewhere.size() + here.stream().filter(Finding::isError).count();
    }
}
