package descent.course.proof;

import descent.course.check.ContentCheck;
import descent.course.check.Inspected;
import descent.course.check.Rule;
import descent.course.material.BankQuestion;
import descent.course.material.ContentFiles;
import descent.course.material.Finding;
import descent.question.QuestionReader;
import descent.question.QuestionReader.UnreadableQuestion;
import descent.shared.Sha256;
import descent.shared.text.DrawnFormulas;
import descent.shared.text.FormulaException;
import descent.shared.text.Formulas;
import descent.shared.text.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The step of the build that draws the formulas of a folder, to be shipped with the program. */
public final class DrawFormulas {
    private DrawFormulas() {}

    /**
     * Does nothing when the folder is as it was the last time.
     *
     * @param arguments the folder, and that of the program's classes
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var classes = Path.of(arguments[1]);
        // Among the classes: who wipes them wipes it.
        var done = classes.resolve("formulas.stamp");
        var stamp = Sha256.of(ContentFiles.stamp(folder));
        if (Files.exists(done) && Files.readString(done).equals(stamp)) {
            return;
        }
        var formulas = new DrawnFormulas();
        new ContentCheck(ContentFiles.in(folder), formulas, List.of(new Variants())).all();
        formulas.ship(classes);
        Files.writeString(done, stamp);
    }

    /** Most formulas of a generated question differ in their numbers alone. */
    private static final class Variants implements Rule {
        private static final int SEEDS = 30;

        @Override
        public void check(Inspected course, Consumer<Finding> findings) {
            for (var lesson : course.course().lessons()) {
                for (var part : lesson.questions()) {
                    part.list(bank -> bank).forEach(each -> draw(each, course.formulas()));
                }
            }
        }

        private static void draw(BankQuestion question, Formulas formulas) {
            try {
                var asked = QuestionReader.read(question.tree());
                for (long seed = 0; seed < SEEDS; seed++) {
                    var drawn = asked.draw(seed);
                    draw(drawn.asked().text(), formulas);
                    draw(drawn.key().explanation(), formulas);
                }
            } catch (UnreadableQuestion
                    | FormulaException
                    | IllegalArgumentException
                    | IllegalStateException
                    | ArithmeticException e) {
                // The content check says so.
            }
        }

        private static void draw(String markdown, Formulas formulas) {
            for (var formula : Prose.of(markdown).formulas()) {
                formulas.draw(formula.tex(), formula.display());
            }
        }
    }
}
