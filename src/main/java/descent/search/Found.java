package descent.search;

import descent.search.text.SearchQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param answered what was looked for: as asked, or with other words in the place of misspelt ones
 * @param telling whether it was asked for more than words that stand in every text
 * @param whole whether it has all that was looked for, not only some of it
 * @param counts of each kind of which there is something
 * @param best some of it, in order
 */
public record Found(
        SearchQuery asked,
        SearchQuery answered,
        boolean telling,
        boolean whole,
        Map<Kind, Integer> counts,
        Map<Kind, List<Hit>> best) {
    /** What is shown of a kind. */
    public record Group(Kind kind, int count, List<Hit> hits) {
        public boolean hasMore() {
            return count > hits.size();
        }
    }

    /** For a query that says nothing. */
    static Found unasked(SearchQuery asked) {
        return new Found(asked, asked, false, true, Map.of(), Map.of());
    }

    public List<Group> groups() {
        return Arrays.stream(Kind.values())
                .filter(counts::containsKey)
                .map(kind -> group(kind))
                .toList();
    }

    public Group group(Kind kind) {
        return new Group(kind, counts.getOrDefault(kind, 0), best.getOrDefault(kind, List.of()));
    }

    public int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether words were taken for others. */
    public boolean isRespelt() {
        return !answered.text().equals(asked.text());
    }
}
