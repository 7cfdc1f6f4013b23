package descent.routes;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import descent.account.Role;
import descent.account.TestPeople;
import descent.quiz.Sitting;
import descent.quiz.TestCourse;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * People of all roles, and things that are somebody's: a course, and in it a test under way, an
 * experiment, an invitation. They belong to the learner and to the course's author.
 */
@ApplicationScoped
public class World {
    private static final String SMALL_RUN =
            "{\"course\":\"%s\",\"name\":\"mine\",\"spec\":{\"stop\":{\"steps\":5}}}";
    private static final Pattern INVITATION =
            Pattern.compile("invitations/([0-9a-f-]{36})/withdraw");

    private final TestPeople people;
    private final TestCourse courses;
    private final Map<Row.Role, Client> clients = new EnumMap<>(Row.Role.class);
    private final Map<String, String> values = new HashMap<>();
    private final EntityManager database;
    private List<String> state = List.of();

    World(TestPeople people, TestCourse courses, EntityManager database) {
        this.people = people;
        this.courses = courses;
        this.database = database;
    }

    void make() {
        var course = courses.published();
        clients.put(Row.Role.VISITOR, Client.visitor());
        clients.put(Row.Role.LEARNER, Client.enrolled(course));
        clients.put(Row.Role.OTHER, Client.enrolled(course));
        clients.put(Row.Role.FOREIGN, people.author("sample"));
        clients.put(Row.Role.AUTHOR, people.author(course));
        clients.put(Row.Role.ADMIN, people.client(Role.ADMIN));
        clients.put(Row.Role.DISABLED, disabled(course));
        values.put("course", course);
        values.put("lesson", "walking-downhill");
        values.put("preset", "two-rates");
        values.put("test", "short");
        values.put("number", "1");
        values.put("token", "no-such-token");
        values.put("mail", "0");
        values.put("pending", UUID.randomUUID().toString());
        values.put("session", UUID.randomUUID().toString());
        values.put("announcement", UUID.randomUUID().toString());
        values.put("person", idOf(Client.enrolled(course)));
        values.put(
                "attempt", Sitting.begin(client(Row.Role.LEARNER), course, "short").id.toString());
        values.put("practice", practice(course));
        values.put("id", experiment(course));
        values.put("game", game(course));
        state = state();
    }

    Client client(Row.Role role) {
        return clients.get(role);
    }

    String course() {
        return values.get("course");
    }

    /** The address of a row; what is used up by being asked for is made anew. */
    String path(Row row) {
        if (row.path().contains("{invitation}")) {
            values.put("invitation", invitation(values.get("course")));
        }
        var path = filled(row.path(), row);
        if (path.contains("{")) {
            throw new IllegalStateException(
                    path + ": say in the row, or in World, what stands for the name in braces");
        }
        var query = row.values().get("?");
        return query == null ? path : path + "?" + filled(query, row);
    }

    /** A text with what the names in braces stand for: what the row says, else what is here. */
    String filled(String text, Row row) {
        for (var all : List.of(row.values(), values)) {
            for (var value : all.entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            }
        }
        return text;
    }

    /** As it was before somebody signed out, left the course, or looked at it as a learner. */
    void restore() {
        if (state().equals(state)) {
            return;
        }
        for (var role : Row.Role.values()) {
            var client = client(role);
            if (role == Row.Role.VISITOR || role == Row.Role.DISABLED) {
                continue;
            }
            if (!client.isSignedIn()) {
                client.login();
            }
            client.post("/courses/" + values.get("course") + "/view-as-learner/end", Map.of());
            if (role == Row.Role.LEARNER || role == Row.Role.OTHER) {
                enrol(client);
            } else {
                client.post("/courses/" + values.get("course") + "/leave", Map.of());
            }
        }
        state = state();
    }

    /** Who is signed in, who takes the course, and who looks at one as a learner. */
    private List<String> state() {
        var signedIn =
                clients.values().stream()
                        .filter(client -> !client.cookie(Client.SESSION_COOKIE).isEmpty())
                        .map(Client::email)
                        .toList();
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.createNativeQuery(
                                        """
                                        select concat_ws(' ', email, viewed_course, course_id)
                                        from session join person on person.id = session.person_id
                                        left join enrolment on enrolment.person_id = person.id
                                            and course_id = :course and left_at is null
                                        where email in (:people) order by 1
                                        """,
                                        String.class)
                                .setParameter("course", values.get("course"))
                                .setParameter("people", signedIn)
                                .getResultStream()
                                .map(String::valueOf)
                                .toList());
    }

    private void enrol(Client client) {
        client.post("/courses/" + values.get("course") + "/enrol", Map.of()).then().statusCode(303);
    }

    private Client disabled(String course) {
        var client = Client.enrolled(course);
        var before = client.stolen();
        client(Row.Role.ADMIN)
                .post("/admin/people/" + idOf(client) + "/disable", Map.of())
                .then()
                .statusCode(303);
        return before;
    }

    private String idOf(Client client) {
        return people.give(client.email(), Role.LEARNER).toString();
    }

    private String experiment(String course) {
        var learner = client(Row.Role.LEARNER);
        Response answer = learner.postJson("/experiments", SMALL_RUN.formatted(course));
        String id = answer.then().statusCode(anyOf(is(201), is(200))).extract().path("id");
        Eventually.isTrue(
                "the end of the run",
                () ->
                        learner.request()
                                .accept("application/json")
                                .get("/experiments/" + id)
                                .asString()
                                .contains("FINISHED"));
        return id;
    }

    private String practice(String course) {
        var begun =
                client(Row.Role.LEARNER)
                        .post("/courses/" + course + "/practice", Map.of("kind", "ten"));
        return Sitting.started(begun).substring("/practice/".length());
    }

    private String game(String course) {
        var answer =
                client(Row.Role.LEARNER)
                        .post("/courses/" + course + "/games/typing/start", Map.of());
        var location = answer.then().statusCode(303).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String invitation(String course) {
        var page = "/courses/" + course + "/people/invitations/link";
        var found = INVITATION.matcher(client(Row.Role.AUTHOR).post(page, Map.of()).asString());
        if (!found.find()) {
            throw new IllegalStateException("no invitation was made");
        }
        return found.group(1);
    }
}
