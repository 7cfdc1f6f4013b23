package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;
import java.util.Optional;

/** The words of a course. */
public record Glossary(List<Term> terms) {
    /**
     * @param also other words for it
     * @param spoken the definition as a voice reads it
     */
    public record Term(String id, String term, List<String> also, Prose definition, Prose spoken) {
        public Term {
            also = List.copyOf(also);
        }
    }

    public Glossary {
        terms = List.copyOf(terms);
    }

    public Optional<Term> term(String id) {
        return terms.stream().filter(term -> term.id().equals(id)).findFirst();
    }
}
