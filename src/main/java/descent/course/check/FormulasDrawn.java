package descent.course.check;

import descent.course.material.Finding;
import descent.shared.text.FormulaException;
import descent.shared.text.Prose.Formula;
import java.util.HashMap;
import java.util.function.Consumer;

/** The renderer accepts every formula. */
final class FormulasDrawn implements Rule {
    private record Written(String tex, boolean display) {}

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        var problems = new HashMap<Written, String>();
        course.eachPart((part, _) -> {
            for (var text : part.index().texts()) {
                for (var formula : text.formulas()) {
                    var problem =
                            problems.computeIfAbsent(
                                    new Written(formula.tex(), formula.display()),
                                    _ -> problem(course, formula));
                    if (!problem.isEmpty()) {
                        findings.accept(
                                Finding.error(part.path(), formula.line(), "formula", problem));
                    }
                }
            }
        });
    }

    private static String problem(Inspected course, Formula formula) {
        try {
            course.formulas().draw(formula.tex(), formula.display());
            return "";
        } catch (FormulaException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
