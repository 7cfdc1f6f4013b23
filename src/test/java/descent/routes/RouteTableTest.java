package descent.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.routes.Row.Role;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Walks all routes of the running program with each role and compares with the table in routes.txt,
 * which says how to add a row.
 */
@QuarkusTest
class RouteTableTest {
    private static final Set<String> SECURITY =
            Set.of("PermitAll", "Authenticated", "RolesAllowed", "DenyAll");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    @Inject World world;
    @Inject Router router;

    @Test
    void b1b2b3b5b6EachRoleComesInWhereTheTableSaysAndNowhereElse() {
        world.make();
        var rows = Row.all().stream().collect(Collectors.toMap(Row::key, Function.identity()));
        var wrong = new ArrayList<String>();
        for (var route : sorted(Route.all())) {
            var row = rows.get(route.key());
            var seen = walked(route, row == null ? rowless(route) : row);
            if (row == null || !seen.equals(row.outcomes())) {
                wrong.add(Row.line(route.method(), route.path(), seen));
            }
        }
        assertTrue(
                wrong.isEmpty(),
                () ->
                        "The program lets other people in than routes.txt says. Look at each of these lines, as it behaves now, before you put it there:\n"
                                + String.join("\n", wrong));
    }

    @Test
    void noRowIsLeftOver() {
        var rows = Row.all().stream().map(Row::key).collect(Collectors.toCollection(TreeSet::new));
        Route.all().forEach(route -> rows.remove(route.key()));
        assertEquals(Set.of(), rows, "there are no such routes");
    }

    @Test
    void b8EveryEndpointSaysWhoMayComeInAndTheRestIsClosed() {
        var silent =
                Route.all().stream().filter(route -> !route.isAnnotated(SECURITY)).map(Route::key);
        assertEquals(List.of(), silent.toList());
        assertTrue(
                ConfigProvider.getConfig()
                        .getValue(
                                "quarkus.security.jaxrs.deny-unannotated-endpoints",
                                Boolean.class));
    }

    /**
     * Whatever another part of the framework would bring along: pages of health, of development.
     */
    @Test
    void b13NothingBesideTheEndpointsHasAPath() {
        var paths =
                router.getRoutes().stream()
                        .map(io.vertx.ext.web.Route::getPath)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("/"), paths);
    }

    @Test
    void b6NoMethodOfAnAdminPageIsOpenToALearner() {
        var learner = Client.learner();
        var wrong = new ArrayList<String>();
        for (var route : Route.all()) {
            if (route.path().startsWith("/admin")) {
                var path =
                        route.path().replaceAll("\\{\\w+}", "00000000-0000-0001-0000-000000000001");
                for (var method : METHODS) {
                    int status = learner.request().request(method, path).statusCode();
                    if (!Set.of(403, 404, 405).contains(status)) {
                        wrong.add(method + " " + path + " " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Row rowless(Route route) {
        return new Row(route.method(), route.path(), List.of(), Map.of());
    }

    private List<String> walked(Route route, Row row) {
        var seen =
                Arrays.stream(Role.values())
                        .map(role -> outcome(send(world.client(role), route, row)))
                        .toList();
        if (!route.method().equals("GET")) {
            world.restore();
        }
        return seen;
    }

    /** An empty form or object where the row has no other: what comes in is refused for that. */
    private Response send(Client client, Route route, Row row) {
        var request = client.request();
        if (!route.produces().isEmpty()) {
            request.accept(route.produces());
        }
        if (route.consumes().contains("json")) {
            var body = row.values().getOrDefault("json", "{}");
            request.contentType("application/json").body(world.filled(body, row));
        } else if (route.consumes().contains("multipart")) {
            request.multiPart("empty", "");
        } else if (!route.method().equals("GET")) {
            request.contentType("application/x-www-form-urlencoded").formParams(fields(row));
        }
        return request.request(route.method(), world.path(row));
    }

    private Map<String, String> fields(Row row) {
        var fields = new HashMap<String, String>();
        row.values()
                .forEach((name, value) -> {
                    if (name.startsWith("+")) {
                        fields.put(name.substring(1), world.filled(value, row));
                    }
                });
        return fields.isEmpty() ? Map.of("empty", "") : fields;
    }

    private static String outcome(Response answer) {
        var location = answer.header("Location");
        int status = answer.statusCode();
        boolean login = location != null && location.contains("/login?from=");
        return status == 401 || login
                ? "login"
                : Set.of(403, 404, 405, 406, 415, 500).contains(status)
                        ? String.valueOf(status)
                        : "in";
    }

    private static List<Route> sorted(List<Route> routes) {
        var byKey = new TreeMap<String, Route>();
        routes.forEach(route -> byKey.put(route.path() + " " + route.method(), route));
        return List.copyOf(byKey.values());
    }
}
