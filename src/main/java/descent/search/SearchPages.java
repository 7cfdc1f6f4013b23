package descent.search;

import descent.search.text.SearchQuery;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Search over the whole site. */
@Path("/search")
@PermitAll
public class SearchPages {
    private final FindPlaces places;

    SearchPages(FindPlaces places) {
        this.places = places;
    }

    /**
     * A page of what was found.
     *
     * @param kind null for the best of all kinds
     * @param page of that kind, from 0
     */
    public record Shown(Found found, @Nullable Kind kind, int page) {
        /** What was asked, for addresses. */
        public String query() {
            return encoded(found.asked());
        }

        /** What was meant, for addresses. */
        public String meant() {
            return encoded(found.answered());
        }

        private static String encoded(SearchQuery query) {
            return URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        }

        /** The number of the first in the list. */
        public int first() {
            return page * FindPlaces.PAGE + 1;
        }

        public boolean hasMore() {
            return kind != null && (page + 1) * FindPlaces.PAGE < found.group(kind).count();
        }
    }

    @CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(String typed, String error, @Nullable Shown shown);
    }

    @GET
    public Response search(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("0") int page) {
        if (q.length() > SearchQuery.LONGEST) {
            var error =
                    "At most %d characters can be looked for; these are %,d."
                            .formatted(SearchQuery.LONGEST, q.length());
            return Response.status(400).entity(Templates.search(q, error, null)).build();
        }
        var asked = SearchQuery.of(q);
        if (asked.text().isEmpty()) {
            return Response.ok(Templates.search("", "", null)).build();
        }
        var wanted = kind(kind);
        var shown =
                new Shown(
                        places.find(asked, wanted, Paging.checked(page)),
                        wanted.orElse(null),
                        page);
        return Response.ok(Templates.search(asked.text(), "", shown)).build();
    }

    private static Optional<Kind> kind(String id) {
        var kind = Kind.of(id);
        if (kind.isEmpty() && !id.isEmpty()) {
            throw Problem.badRequest(
                    "There is no kind %s to look for, but %s."
                            .formatted(
                                    id,
                                    Arrays.stream(Kind.values())
                                            .map(Kind::id)
                                            .collect(Collectors.joining(", "))));
        }
        return kind;
    }
}
