package descent.search;

import descent.search.SearchReader.Window;
import descent.search.text.SearchQuery;
import descent.search.text.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what the sender of a request looks for. A word that nothing has is taken for the beginning
 * of one, else for the one that it is written most like; when nothing has all of the words, what
 * has some of them is found.
 */
@ApplicationScoped
class FindPlaces {
    /** Of each kind, where all are shown together. */
    static final int FIRST = 5;

    /** Of one kind, on a page. */
    static final int PAGE = 20;

    /** Fewer letters than these are the beginning of too many words. */
    private static final int BEGINNING = 3;

    /** Of a query that is no query but a text of another language, so many words are looked up. */
    private static final int CORRECTED = 8;

    private final WhatOneMaySee sight;
    private final SearchReader reader;

    FindPlaces(WhatOneMaySee sight, SearchReader reader) {
        this.sight = sight;
        this.reader = reader;
    }

    /**
     * @param kind empty for the best of each
     * @param page of that kind, from 0
     */
    Found find(SearchQuery asked, Optional<Kind> kind, int page) {
        if (asked.isEmpty() || !reader.saysSomething(asked)) {
            return Found.unasked(asked);
        }
        var reach = sight.now();
        var unknown = reader.unknown(asked.words(), reach);
        var beginnings = reader.beginnings(longEnough(unknown), reach);
        var meant = meant(unknown, beginnings, reach);
        var answered = (meant.isEmpty() ? asked : asked.spelt(meant)).beginning(beginnings);
        var wanted = answered.all();
        var counts = reader.count(wanted, reach);
        if (counts.isEmpty()) {
            wanted = answered.any();
            counts = reader.count(wanted, reach);
        }
        var best =
                kind.isEmpty()
                        ? reader.best(wanted, reach, new Window(0, FIRST))
                        : reader.best(wanted, reach.of(kind.get()), new Window(page * PAGE, PAGE));
        return new Found(asked, answered, true, wanted.equals(answered.all()), counts, best);
    }

    private static Set<String> longEnough(Set<String> words) {
        return words.stream()
                .filter(word -> word.length() >= BEGINNING)
                .collect(Collectors.toSet());
    }

    private Map<String, String> meant(Set<String> unknown, Set<String> beginnings, Reach reach) {
        var meant = new HashMap<String, String>();
        unknown.stream()
                .filter(word -> !beginnings.contains(word))
                .sorted()
                .limit(CORRECTED)
                .forEach(word ->
                        Spelling.nearest(word, reader.similar(word, reach))
                                .ifPresent(other -> meant.put(word, other)));
        return meant;
    }
}
