package descent.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where one is in a long list.
 *
 * @param page from 0
 * @param more whether there is a page after this one
 * @param query what the list is asked for, page aside
 * @param path of the list; empty where the page that shows it is at it
 */
public record Paging(int page, boolean more, Map<String, String> query, String path) {
    public static final int SIZE = 50;

    /** A list need not be read any further by pages: it can be searched. */
    private static final int LAST = 10_000;

    public Paging {
        query = Map.copyOf(query);
    }

    public Paging(int page, boolean more, Map<String, String> query) {
        this(page, more, query, "");
    }

    /**
     * @throws Problem 400 when there can be no such page
     */
    public static int checked(int page) {
        if (page < 0 || page > LAST) {
            throw Problem.badRequest("Pages are numbered from 0 to %d.".formatted(LAST));
        }
        return page;
    }

    /** A list that is read in pieces: so many of its lines, from this one on. */
    @FunctionalInterface
    public interface Lines<T> {
        List<T> from(int first, int number);
    }

    /** What of a list stands on one page. */
    public record Part<T>(List<T> rows, Paging paging) {
        public <S> Part<S> map(Function<? super T, S> of) {
            return new Part<>(rows.stream().<S>map(of).toList(), paging);
        }

        /** Also where the list is shown by an answer to a form. */
        public Part<T> at(String path) {
            return new Part<>(rows, new Paging(paging.page, paging.more, paging.query, path));
        }
    }

    /** Whether a line of a list that is searched says this, in whatever case. */
    public static boolean says(String line, String searched) {
        return line.toLowerCase(Locale.ROOT).contains(searched.strip().toLowerCase(Locale.ROOT));
    }

    /** A page of a list that is read as a whole. */
    public static <T> Part<T> of(List<T> all, int page, Map<String, String> query) {
        long from = (long) checked(page) * SIZE;
        return new Part<>(
                all.stream().skip(from).limit(SIZE).toList(),
                new Paging(page, all.size() > from + SIZE, query));
    }

    /** A page of a list of which no more is read than this page, and whether another follows. */
    public static <T> Part<T> read(int page, Map<String, String> query, Lines<T> lines) {
        var found = lines.from(checked(page) * SIZE, SIZE + 1);
        return new Part<>(
                found.stream().limit(SIZE).toList(), new Paging(page, found.size() > SIZE, query));
    }

    public boolean isFirst() {
        return page == 0;
    }

    /** The address of this page. */
    public String here() {
        return address(page);
    }

    public String before() {
        return address(page - 1);
    }

    public String after() {
        return address(page + 1);
    }

    private String address(int other) {
        var all = new TreeMap<>(query);
        all.put("page", String.valueOf(other));
        return all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each ->
                        each.getKey()
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
