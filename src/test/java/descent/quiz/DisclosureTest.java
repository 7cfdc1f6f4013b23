package descent.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing of the key leaves early: keys, feedback, hints and explanations of the bank hold strings
 * that stand nowhere else, and are looked for in whatever a learner in the middle of a test can
 * get.
 */
@QuarkusTest
class DisclosureTest {
    private static final int ALL = 12;
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z0-9]+)(?::[^}]*)?}");
    private static final List<String> KEYS =
            List.of("canary", "0.8163", "\"correct\"", "0.2512345", "2*x*exp");

    /** A time zone to choose, and no canary of ours. */
    private static final String ISLANDS = "atlantic/canary";

    @Inject TestCourse courses;

    @Test
    @Tag("G19")
    void g19_nothingOfTheKeyIsInAnyAnswerOrLogBeforeTheEnd() {
        var logged = new Logged();
        Logger.getLogger("").addHandler(logged);
        try {
            var course = courses.published();
            var ada = Client.enrolled(course);
            var sitting = Sitting.begin(ada, course, "all");
            for (int number = 1; number <= ALL; number++) {
                assertSilent(sitting.page(number));
                var first = sitting.drawn(number).asked().inputs().getFirst();
                var value = first.choices().isEmpty() ? "7" : first.choices().getFirst();
                assertSilent(sitting.save(number, 0, Map.of(first.id(), List.of(value))));
                assertSilent(sitting.save(number, 0, Map.of(first.id(), List.of("8"))));
                assertSilent(sitting.page(number));
            }
            int routes = 0;
            for (var route : routes()) {
                for (var path : filled(route, sitting, course)) {
                    assertSilent(ada.get(path));
                    assertSilent(ada.request().accept("application/json").get(path));
                    routes++;
                }
            }
            assertTrue(routes > 40, "routes were tried: " + routes);
            assertSilent(ada.post(sitting.path + "/questions/1", Map.of("revision", "x")));
            assertSilent(ada.post("/courses/" + course + "/tests/all/start", Map.of()));
            for (var asset : assets(sitting.page(1))) {
                assertSilent(ada.get(asset));
                assertSilent(ada.get(asset + ".map"));
            }
        } finally {
            Logger.getLogger("").removeHandler(logged);
        }
        assertEquals(List.of(), logged.told);
    }

    /** All that answers to GET, as the code says it. */
    private static TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("descent");
        for (var type : classes) {
            for (var method : type.getMethods()) {
                if (method.isAnnotatedWith(GET.class)) {
                    var own =
                            method.isAnnotatedWith(Path.class)
                                    ? method.getAnnotationOfType(Path.class).value()
                                    : "";
                    routes.add(
                            "/"
                                    + Stream.of(root(type), own)
                                            .filter(p -> !p.isEmpty())
                                            .map(DisclosureTest::bare)
                                            .reduce((a, b) -> a + "/" + b)
                                            .orElse(""));
                }
            }
        }
        // An endless stream; what it holds are the points of runs.
        routes.removeIf(route -> route.endsWith("/stream"));
        return routes;
    }

    private static String root(JavaClass type) {
        return type.isAnnotatedWith(Path.class) ? type.getAnnotationOfType(Path.class).value() : "";
    }

    private static String bare(String path) {
        return path.replaceAll("^/|/$", "");
    }

    /** The route with whatever could stand in its parameters: what is there, and what is not. */
    private static List<String> filled(String route, Sitting sitting, String course) {
        var values =
                Map.of(
                        "course", List.of(course),
                        "test", List.of("all"),
                        "attempt", List.of(sitting.id.toString()),
                        "number", List.of("1", "12"),
                        "lesson", List.of("walking-downhill"),
                        "question", List.of("q-number"));
        var paths = List.of(route);
        while (paths.stream().anyMatch(path -> PARAMETER.matcher(path).find())) {
            var next = new ArrayList<String>();
            for (var path : paths) {
                var found = PARAMETER.matcher(path);
                if (!found.find()) {
                    next.add(path);
                    continue;
                }
                var name = found.group(1).toLowerCase(Locale.ROOT);
                for (var value : values.getOrDefault(name, List.of("questions.yaml"))) {
                    next.add(
                            path.substring(0, found.start()) + value + path.substring(found.end()));
                }
            }
            paths = next;
        }
        return paths;
    }

    private static List<String> assets(Response page) {
        var document = Jsoup.parse(page.asString());
        return Stream.concat(
                        document.select("script[src]").stream().map(each -> each.attr("src")),
                        document.select("link[href]").stream().map(each -> each.attr("href")))
                .filter(path -> path.startsWith("/"))
                .distinct()
                .toList();
    }

    private static void assertSilent(Response answer) {
        var all =
                (answer.headers() + "\n" + answer.asString())
                        .toLowerCase(Locale.ROOT)
                        .replace(ISLANDS, "");
        for (var key : KEYS) {
            assertTrue(!all.contains(key), () -> key + " in " + answer.statusCode() + "\n" + all);
        }
    }

    private static final class Logged extends Handler {
        private final List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord record) {
            var message =
                    record.getMessage()
                            + List.of(
                                    record.getParameters() == null
                                            ? new Object[0]
                                            : record.getParameters());
            if (KEYS.stream().anyMatch(key -> message.toLowerCase(Locale.ROOT).contains(key))) {
                told.add(message);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
