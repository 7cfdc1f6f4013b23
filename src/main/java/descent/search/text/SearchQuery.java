package descent.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody looks for. Words in quotes stand together; what begins with a minus must not be
 * there; everything else that is no word means nothing.
 *
 * @param text as it was typed
 */
public record SearchQuery(String text, List<Term> terms) {
    /** Of the text, in characters. */
    public static final int LONGEST = 200;

    private static final Pattern TYPED = Pattern.compile("(-?)\"([^\"]*)\"?|(\\S+)");
    private static final Pattern EXCLUDED = Pattern.compile("-[\\p{L}\\p{N}].*");

    /**
     * @param words that follow each other; most often one
     * @param excluded whether it must not be there
     * @param beginning whether it may be the beginning of a word
     */
    record Term(List<String> words, boolean excluded, boolean beginning) {
        Term {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a term has at least one word");
            }
        }

        /** For PostgreSQL. Words are letters and digits alone: nothing of it is an operator. */
        private String tsquery() {
            var query =
                    words.stream()
                            .map(word -> "'" + word + "'")
                            .collect(Collectors.joining(" <-> "));
            return (excluded ? "!" : "") + "(" + query + (beginning ? ":*" : "") + ")";
        }

        private String typed() {
            var plain = String.join(" ", words);
            return (excluded ? "-" : "") + (words.size() > 1 ? '"' + plain + '"' : plain);
        }
    }

    public SearchQuery {
        terms = List.copyOf(terms);
    }

    /** Of anything that somebody may type: there is no wrong query. */
    public static SearchQuery of(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
        var terms = new ArrayList<Term>();
        var matcher = TYPED.matcher(text);
        while (matcher.find()) {
            var phrase = matcher.group(2);
            if (phrase != null) {
                add(terms, Words.of(phrase), !matcher.group(1).isEmpty());
            } else if (EXCLUDED.matcher(matcher.group(3)).matches()) {
                add(terms, Words.of(matcher.group(3)), true);
            } else {
                Words.of(matcher.group(3)).forEach(word -> add(terms, List.of(word), false));
            }
        }
        return new SearchQuery(text, terms);
    }

    private static void add(List<Term> terms, List<String> words, boolean excluded) {
        if (!words.isEmpty()) {
            terms.add(new Term(words, excluded, false));
        }
    }

    /** Whether it does not say what is to be there. */
    public boolean isEmpty() {
        return terms.stream().allMatch(Term::excluded);
    }

    /** The words that are to be there. */
    public Set<String> words() {
        return terms.stream()
                .filter(Predicate.not(Term::excluded))
                .flatMap(term -> term.words().stream())
                .collect(Collectors.toSet());
    }

    /** With other words in the place of some, and the text to fit. */
    public SearchQuery spelt(Map<String, String> otherwise) {
        var changed =
                terms.stream()
                        .map(term ->
                                term.excluded()
                                        ? term
                                        : new Term(
                                                term.words().stream()
                                                        .map(word ->
                                                                otherwise.getOrDefault(word, word))
                                                        .toList(),
                                                false,
                                                term.beginning()))
                        .toList();
        return new SearchQuery(
                changed.stream().map(Term::typed).collect(Collectors.joining(" ")), changed);
    }

    /** With these words, where they stand alone, taken for beginnings of words. */
    public SearchQuery beginning(Set<String> words) {
        return new SearchQuery(
                text,
                terms.stream()
                        .map(term ->
                                !term.excluded()
                                                && term.words().size() == 1
                                                && words.containsAll(term.words())
                                        ? new Term(term.words(), false, true)
                                        : term)
                        .toList());
    }

    /** For PostgreSQL's {@code to_tsquery}: all that is to be there is. */
    public String all() {
        return terms.stream().map(Term::tsquery).collect(Collectors.joining(" & "));
    }

    /** For PostgreSQL's {@code to_tsquery}: something of what is to be there is. */
    public String any() {
        var wanted =
                terms.stream()
                        .filter(Predicate.not(Term::excluded))
                        .map(Term::tsquery)
                        .collect(Collectors.joining(" | ", "(", ")"));
        return terms.stream()
                .filter(Term::excluded)
                .map(term -> " & " + term.tsquery())
                .collect(Collectors.joining("", wanted, ""));
    }
}
