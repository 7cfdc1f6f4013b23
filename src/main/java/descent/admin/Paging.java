package descent.admin;

import descent.shared.web.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where one is in a long list.
 *
 * @param page from 0
 * @param more whether there is a page after this one
 * @param query what the list is asked for, page aside
 */
public record Paging(int page, boolean more, Map<String, String> query) {
    static final int SIZE = 50;

    /** A list need not be read any further by pages: it can be searched. */
    private static final int LAST = 10_000;

    public Paging {
        query = Map.copyOf(query);
    }

    /**
     * @throws Problem 400 when there can be no such page
     */
    static int checked(int page) {
        if (page < 0 || page > LAST) {
            throw Problem.badRequest("Pages are numbered from 0 to %d.".formatted(LAST));
        }
        return page;
    }

    public boolean isFirst() {
        return page == 0;
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
                .collect(Collectors.joining("&", "?", ""));
    }
}
