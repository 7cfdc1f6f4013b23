package descent.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import descent.browser.Chromium;
import descent.browser.Visit;
import descent.routes.Row.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Looks by axe at every page that the running program has, as everyone who may see it: wide and
 * light, then as narrow as a small phone and dark. What came of it stands in src/docs/axe.md; a
 * page without a row there fails. To add one: look at target/axe.md, then put it there.
 */
@QuarkusTest
class AxeTableTest {
    private static final Path TABLE = Path.of("src/docs/axe.md");
    private static final Path SEEN = Path.of("target/axe.md");
    private static final List<Role> ROLES =
            List.of(Role.VISITOR, Role.LEARNER, Role.AUTHOR, Role.ADMIN);

    /** What is sent to be kept or heard, and is no page. */
    private static final Set<String> FILES =
            Set.of(
                    "/courses/{course}/cards/pictures/{sha256}",
                    "/courses/{course}/certificate/certificate.pdf",
                    "/editor/courses/{course}/sound/samples/{key}/sound",
                    "/podcasts/{token}",
                    "/podcasts/{token}/cover.png",
                    "/podcasts/{token}/{lesson}/{track}/chapters.json",
                    "/podcasts/{token}/{lesson}/{track}/transcript.vtt",
                    "/podcasts/{token}/{lesson}/{track}/{file}");

    private static final String LOOKED_AT = "0";
    private static final String AS_BEFORE = "=";
    private static final String LEADS_ON = "→";
    private static final String CLOSED = "–";
    private static final String FILE = "file";

    @RegisterExtension static final Chromium chromium = new Chromium();

    @TestHTTPResource URI root;
    @Inject World world;
    @Inject SeldomSeen seldomSeen;

    private Map<String, String> seldom = Map.of();
    private final Map<String, List<String>> cells = new TreeMap<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noPageHasAViolationForAnyone() throws Exception {
        world.make();
        seldom = seldomSeen.addresses(world, world.course());
        var pages =
                Route.all().stream()
                        .filter(route -> route.method().equals("GET") && isPage(route))
                        .map(Route::key)
                        .collect(Collectors.toSet());
        var rows =
                Row.all().stream()
                        .filter(row -> pages.contains(row.key()) && !FILES.contains(row.path()))
                        .toList();
        var toLookAt = new EnumMap<Role, Map<String, String>>(Role.class);
        ROLES.forEach(role -> toLookAt.put(role, new TreeMap<>()));
        for (var row : rows) {
            answers(row, toLookAt);
        }
        look(toLookAt);
        Files.writeString(SEEN, "%s%n%s%n".formatted(head(), table()));
        assertEquals(List.of(), wrong);
        var lines = Files.readAllLines(TABLE);
        var known = lines.stream().filter(line -> line.startsWith("| /"));
        assertEquals(lookedAt(known.collect(Collectors.joining("\n"))), lookedAt(table()));
    }

    /**
     * Which course the lab begins with, and so how it is built, depends on what other tests left.
     */
    private static String lookedAt(String table) {
        return table.replace(AS_BEFORE, LOOKED_AT);
    }

    private static boolean isPage(Route route) {
        return route.produces().isEmpty() || route.produces().contains("text/html");
    }

    /**
     * Asks for the page as each role that RouteTableTest sees come in; what is built like an
     * earlier role's is not looked at twice.
     */
    private void answers(Row row, Map<Role, Map<String, String>> toLookAt) {
        var seen = new HashMap<String, Role>();
        var line = new ArrayList<String>();
        for (var role : ROLES) {
            if (!seldom.containsKey(row.path())
                    && !row.outcomes().get(role.ordinal()).equals("in")) {
                line.add(CLOSED);
                continue;
            }
            var path = seldom.getOrDefault(row.path(), world.path(row));
            var answer = world.client(role).request().get(path);
            var cell = cell(answer);
            if (cell.equals(LOOKED_AT) && seen.putIfAbsent(structure(answer), role) != null) {
                cell = AS_BEFORE;
            } else if (cell.equals(LOOKED_AT)) {
                toLookAt.get(role).put(row.path(), path);
            }
            line.add(cell);
        }
        if (line.contains(FILE)) {
            return;
        }
        if (line.stream().allMatch(CLOSED::equals)) {
            wrong.add(row.path() + " is seen by nobody: let World have what it shows");
        }
        cells.put(row.path(), line);
    }

    private static String cell(Response answer) {
        if (answer.statusCode() == 200) {
            return Jsoup.parse(answer.asString()).selectFirst("main") == null ? FILE : LOOKED_AT;
        }
        var location = answer.header("Location");
        return location == null || location.contains("/login?") ? CLOSED : LEADS_ON;
    }

    /** The page without its words. */
    private static String structure(Response answer) {
        return Jsoup.parse(answer.asString()).select("main, main *").stream()
                .map(element -> element.tagName() + element.classNames())
                .collect(Collectors.joining(" "));
    }

    /** Half of the pages in a browser beside, since one browser keeps one core busy. */
    private void look(Map<Role, Map<String, String>> toLookAt) throws Exception {
        try (var beside = Executors.newSingleThreadExecutor()) {
            var otherHalf =
                    beside.submit(() -> toLookAt.forEach((role, pages) -> look(role, pages, 1)));
            toLookAt.forEach((role, pages) -> look(role, pages, 0));
            otherHalf.get();
        }
    }

    private void look(Role role, Map<String, String> pages, int half) {
        try (var visit = chromium.visit(root)) {
            if (role != Role.VISITOR) {
                visit.signedIn(world.client(role));
            }
            var names = List.copyOf(pages.keySet());
            for (int i = half; i < names.size(); i += 2) {
                look(visit, role + " " + names.get(i), pages.get(names.get(i)));
            }
        } catch (AssertionError troubles) {
            wrong.add(role + ": " + troubles.getMessage());
        }
    }

    private void look(Visit visit, String name, String path) {
        var page = visit.page();
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visit.open(path);
        visit.violations().forEach(found -> wrong.add(name + ", wide: " + found));
        page.setViewportSize(320, 640);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visit.violationsOf("color-contrast", "target-size")
                .forEach(found -> wrong.add(name + ", dark: " + found));
        if (visit.tooWideBy() > 0) {
            wrong.add(name + " is wider than a small phone by " + visit.tooWideBy());
        }
    }

    private String table() {
        return cells.entrySet().stream()
                .map(row ->
                        "| %s | %s |".formatted(row.getKey(), String.join(" | ", row.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String head() {
        return """
        # Violations of WCAG 2.2 AA that axe finds, page by page

        Made by AxeTableTest, which is part of `verify`: it opens each page in a browser, as each role that may see it, \
        1280 pixels wide and light, then 320 wide and dark for contrasts and targets, and fails on a violation, on a page wider than the screen, \
        and on a page without a row here.

        0: looked at, no violation · =: built like the page of a role before it, element for element · →: leads on to another page · –: not open to this role

        | page | visitor | learner | author | admin |
        |---|---|---|---|---|\
        """;
    }
}
