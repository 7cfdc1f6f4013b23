package descent.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who plays by sending moves, as the page's script does, while the clock stands still. */
final class GamesOf {
    final Client client;
    final String games;
    private Instant now = Instant.now();

    GamesOf(Client client, String course) {
        this.client = client;
        this.games = "/courses/" + course + "/games";
        later(0);
    }

    static String course(TestCourses courses) {
        return courses.published(new Sample().with("sample/glossary.yaml", GameGlossary.TEXT));
    }

    /** The program's clock, and that of the sessions, is so much further on. */
    void later(double seconds) {
        now = now.plus(Duration.ofMillis(Math.round(1000 * seconds)));
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }

    Document page(String path) {
        var answer = client.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    /** The address of a new game. */
    String start(String kind) {
        var answer = client.post(games + "/" + kind + "/start", Map.of());
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("https?://[^/]+", "");
    }

    JsonPath state(String game) {
        var answer = client.request().accept("application/json").get(game + "/state");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    Response send(String game, int number, String move, String value) {
        return client.postJson(
                game + "/moves", Map.of("number", number, "move", move, "value", value));
    }

    /** The next move, a second later. */
    JsonPath play(String game, String move, String value) {
        later(1);
        var answer = send(game, state(game).getInt("number"), move, value);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    static List<Map<String, String>> cards(JsonPath view) {
        return view.getList("scene.cards");
    }

    /** Looks at every card once, then turns what belongs together. */
    void playPairs(String game) {
        int all = cards(state(game)).size();
        var byText = new HashMap<String, Integer>();
        for (int card = 0; card < all; card++) {
            var view = play(game, "turn", String.valueOf(card));
            if (!view.getBoolean("over")) {
                byText.put(cards(view).get(card).get("text"), card);
            }
        }
        for (var pair : GameGlossary.meanings().entrySet()) {
            if (state(game).getBoolean("over")) {
                return;
            }
            int term = byText.get(pair.getKey());
            if (!cards(state(game)).get(term).get("state").equals("found")) {
                play(game, "turn", String.valueOf(term));
                play(game, "turn", String.valueOf(byText.get(pair.getValue())));
            }
        }
    }
}
