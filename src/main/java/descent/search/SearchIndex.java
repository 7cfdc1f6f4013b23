package descent.search;

import descent.search.text.Spelling;
import descent.search.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the tables of what can be found. Texts are taken apart into {@link Words} before
 * PostgreSQL reduces these to their stems, so that its parser, which knows addresses and files, has
 * nothing to guess.
 */
@ApplicationScoped
class SearchIndex {
    private final SearchTables tables;

    SearchIndex(SearchTables tables) {
        this.tables = tables;
    }

    /**
     * Writes a course's entries anew, unless they were made of this very state.
     *
     * @return whether it did
     */
    @Transactional
    boolean replace(String courseId, String state, Supplier<List<Entry>> made) {
        // Whoever else writes this course waits here.
        int changed =
                tables.with(
                        """
                        insert into search_course as c (course_id, state) values (?, ?)
                        on conflict (course_id) do update set state = excluded.state where c.state <> excluded.state
                        """,
                        insert -> {
                            insert.setString(1, courseId);
                            insert.setString(2, state);
                            return insert.executeUpdate();
                        });
        if (changed == 0) {
            return false;
        }
        var entries = made.get();
        deleteOf("search_entry", courseId);
        deleteOf("search_word", courseId);
        addEntries(courseId, entries);
        addWords(courseId, entries);
        return true;
    }

    /** Forgets courses that are not there any more. */
    @Transactional
    void keepOnly(Collection<String> courses) {
        tables.with(
                "delete from search_course where course_id <> all (?)",
                delete -> {
                    delete.setArray(1, SearchTables.texts(delete, courses));
                    return delete.executeUpdate();
                });
    }

    private void deleteOf(String table, String courseId) {
        tables.with(
                "delete from " + table + " where course_id = ?",
                delete -> {
                    delete.setString(1, courseId);
                    return delete.executeUpdate();
                });
    }

    private void addEntries(String courseId, Collection<Entry> entries) {
        tables.with(
                """
                insert into search_entry (course_id, kind, address, title, place, text, words)
                values (?, ?, ?, ?, ?, ?, setweight(to_tsvector('english', ?), 'A')
                    || setweight(to_tsvector('english', ?), 'B') || setweight(to_tsvector('english', ?), 'C'))
                """,
                insert -> {
                    for (var entry : entries) {
                        insert.setString(1, courseId);
                        insert.setString(2, entry.kind().name());
                        insert.setString(3, entry.address());
                        insert.setString(4, entry.title());
                        insert.setString(5, entry.where());
                        insert.setString(6, entry.text());
                        insert.setString(7, String.join(" ", Words.of(entry.title())));
                        insert.setString(8, String.join(" ", Words.of(entry.headings())));
                        insert.setString(9, String.join(" ", Words.of(entry.text())));
                        insert.addBatch();
                    }
                    return insert.executeBatch();
                });
    }

    private void addWords(String courseId, Collection<Entry> entries) {
        var uses = new EnumMap<Kind, Map<String, Integer>>(Kind.class);
        for (var entry : entries) {
            var counts = uses.computeIfAbsent(entry.kind(), _ -> new HashMap<>());
            new HashSet<>(Words.of(entry.title() + " " + entry.headings() + " " + entry.text()))
                    .forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        tables.with(
                "insert into search_word (course_id, kind, word, uses, trigrams) values (?, ?, ?, ?, ?)",
                insert -> {
                    for (var kind : uses.keySet()) {
                        for (var word : uses.get(kind).entrySet()) {
                            insert.setString(1, courseId);
                            insert.setString(2, kind.name());
                            insert.setString(3, word.getKey());
                            insert.setInt(4, word.getValue());
                            insert.setArray(
                                    5,
                                    SearchTables.texts(insert, Spelling.trigrams(word.getKey())));
                            insert.addBatch();
                        }
                    }
                    return insert.executeBatch();
                });
    }
}
