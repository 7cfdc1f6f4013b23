package descent.course.yaml;

import descent.course.material.Finding;
import descent.course.material.Index;
import descent.course.material.Index.Kind;
import descent.shared.text.Prose;
import java.util.ArrayList;
import java.util.List;

/** What is noted while one file is read: what is wrong with it, and what it names and says. */
public final class FileNotes {
    private final String path;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Index.Name> declared = new ArrayList<>();
    private final List<Index.Name> referred = new ArrayList<>();
    private final List<Prose> texts = new ArrayList<>();
    private final List<Prose> spoken = new ArrayList<>();
    private final List<Index.Amount> amounts = new ArrayList<>();

    public FileNotes(String path) {
        this.path = path;
    }

    public void error(int line, String rule, String message) {
        findings.add(Finding.error(path, line, rule, message));
    }

    public void declare(Kind kind, String id, int line) {
        declared.add(new Index.Name(kind, id, line));
    }

    public void refer(Kind kind, String id, int line) {
        referred.add(new Index.Name(kind, id, line));
    }

    public void text(Prose prose) {
        texts.add(prose);
    }

    public void spoken(Prose prose) {
        spoken.add(prose);
    }

    public void amount(String list, int size, int line) {
        amounts.add(new Index.Amount(list, size, line));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public Index index() {
        return new Index(declared, referred, texts, spoken, amounts);
    }
}
