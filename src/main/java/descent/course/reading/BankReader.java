package descent.course.reading;

import descent.course.material.BankQuestion;
import descent.course.material.BankQuestion.Difficulty;
import descent.course.material.Index.Kind;
import descent.course.yaml.Fields;
import descent.course.yaml.FileNotes;
import descent.course.yaml.YamlNode;
import descent.course.yaml.YamlNode.Mapping;
import descent.course.yaml.YamlNode.Scalar;
import descent.course.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Set;

/** {@code questions.yaml}: what all types of questions share; the rest stays as it was written. */
final class BankReader {
    /** Fields whose texts, wherever they stand, are Markdown. */
    private static final Set<String> PROSE =
            Set.of(
                    "text",
                    "explanation",
                    "hints",
                    "feedback",
                    "left",
                    "right",
                    "extra",
                    "label",
                    "task",
                    "criterion",
                    "sample");

    private final FileNotes notes;

    private BankReader(FileNotes notes) {
        this.notes = notes;
    }

    static List<BankQuestion> read(Fields f, FileNotes notes) {
        return f.each("questions", new BankReader(notes)::question);
    }

    private BankQuestion question(Fields f) {
        var question =
                new BankQuestion(
                        f.id(Kind.QUESTION),
                        f.text("type"),
                        f.reference("concept", Kind.CONCEPT),
                        f.reference("section", Kind.SECTION),
                        f.choice("difficulty", Difficulty.class),
                        f.references("cards", Kind.CARD),
                        f.node().plain());
        noteProse(f.node(), false);
        return question;
    }

    private void noteProse(YamlNode node, boolean prose) {
        switch (node) {
            case Mapping mapping ->
                    mapping.entries()
                            .forEach((name, value) ->
                                    noteProse(value, prose || PROSE.contains(name)));
            case Sequence sequence -> sequence.items().forEach(item -> noteProse(item, prose));
            case Scalar scalar -> {
                if (prose) {
                    notes.text(scalar.prose());
                }
            }
        }
    }
}
