package descent.search;

import descent.search.text.SearchQuery;
import descent.search.text.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tables of what can be found, never beyond somebody's {@link Reach}. */
@ApplicationScoped
class SearchReader {
    /** Filled by {@link #see}. */
    private static final String SEEN =
            "(e.course_id, e.kind) in (select * from unnest(?::text[], ?::text[]))";

    private static final int CANDIDATES = 200;

    private final SearchTables tables;

    SearchReader(SearchTables tables) {
        this.tables = tables;
    }

    /** Which of the best are wanted, counted from 0. */
    record Window(int from, int size) {}

    /**
     * Those of the words that nothing has, in whatever form; words that stand everywhere are not
     * told.
     */
    Set<String> unknown(Set<String> words, Reach reach) {
        var sql =
                """
                select w from unnest(?::text[]) w, to_tsquery('english', '''' || w || '''') q
                where numnode(q) > 0 and not exists (select 1 from search_entry e where e.words @@ q and %s)
                """
                        .formatted(SEEN);
        return Set.copyOf(
                tables.list(
                        sql,
                        query -> {
                            query.setArray(1, SearchTables.texts(query, words));
                            see(query, 2, reach);
                        },
                        row -> row.getString(1)));
    }

    /** Those of the words that others begin with. */
    Set<String> beginnings(Set<String> words, Reach reach) {
        if (words.isEmpty()) {
            return Set.of();
        }
        var sql =
                """
                select w from unnest(?::text[]) w where exists (select 1 from search_word e
                    where e.word ~>=~ w and e.word ~<~ (w || chr(x'10ffff'::int)) and %s)
                """
                        .formatted(SEEN);
        return Set.copyOf(
                tables.list(
                        sql,
                        query -> {
                            query.setArray(1, SearchTables.texts(query, words));
                            see(query, 2, reach);
                        },
                        row -> row.getString(1)));
    }

    /** The words that are written most like this one. */
    List<Spelling.Candidate> similar(String word, Reach reach) {
        // By single trigrams, so that PostgreSQL has no choice but their index.
        var sql =
                """
                select e.word, sum(e.uses) / count(distinct t)
                from unnest(?::text[]) t join search_word e on e.trigrams @> array[t] where %s
                group by e.word order by count(distinct t) desc, e.word limit ?
                """
                        .formatted(SEEN);
        return tables.list(
                sql,
                query -> {
                    query.setArray(1, SearchTables.texts(query, Spelling.trigrams(word)));
                    see(query, 2, reach);
                    query.setInt(4, CANDIDATES);
                },
                row -> new Spelling.Candidate(row.getString(1), row.getInt(2)));
    }

    /** Whether anything is looked for that does not stand in every text: "the" does. */
    boolean saysSomething(SearchQuery wanted) {
        return tables.list(
                        "select numnode(to_tsquery('english', ?)) > 0",
                        query -> query.setString(1, wanted.all()),
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /**
     * How much of each kind fits.
     *
     * @param wanted as {@code to_tsquery} takes it
     */
    Map<Kind, Integer> count(String wanted, Reach reach) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        tables.list(
                        "select e.kind, count(*) from search_entry e where e.words @@ to_tsquery('english', ?) and "
                                + SEEN
                                + " group by e.kind",
                        query -> {
                            query.setString(1, wanted);
                            see(query, 2, reach);
                        },
                        row -> Map.entry(Kind.valueOf(row.getString(1)), row.getInt(2)))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /**
     * What fits best of each kind, in order.
     *
     * @param wanted as {@code to_tsquery} takes it
     */
    Map<Kind, List<Hit>> best(String wanted, Reach reach, Window window) {
        var sql =
                """
                select kind, address, title, place,
                    text, ts_headline('english', text, to_tsquery('english', ?),
                        case when length(text) > %d then '%s' else '%s' end)
                from (select e.kind, e.address, e.title, e.place, e.text,
                        row_number() over (partition by e.kind
                            order by ts_rank(e.words, to_tsquery('english', ?), 1) desc, e.id) as rank
                    from search_entry e where e.words @@ to_tsquery('english', ?) and %s) ranked
                where rank > ? and rank <= ? order by rank
                """
                        .formatted(Snippet.LONGEST_WHOLE, Snippet.PARTS, Snippet.WHOLE, SEEN);
        var best = new EnumMap<Kind, List<Hit>>(Kind.class);
        tables.list(
                        sql,
                        query -> {
                            query.setString(1, wanted);
                            query.setString(2, wanted);
                            query.setString(3, wanted);
                            see(query, 4, reach);
                            query.setInt(6, window.from());
                            query.setInt(7, window.from() + window.size());
                        },
                        row -> Map.entry(Kind.valueOf(row.getString(1)), hit(row)))
                .forEach(each ->
                        best.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                                .add(each.getValue()));
        return best;
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Snippet.of(row.getString(6), row.getString(5)));
    }

    private static void see(PreparedStatement query, int at, Reach reach) throws SQLException {
        query.setArray(at, SearchTables.texts(query, reach.courseOfEach()));
        query.setArray(at + 1, SearchTables.texts(query, reach.kindOfEach()));
    }
}
