package descent.flashcard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.testing.Client;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who reviews cards without scripts. */
final class CardsOf {
    static final String CARDS = "/courses/sample/cards";

    final Client client;

    CardsOf(Client client) {
        this.client = client;
    }

    static CardsOf somebodyNew() {
        return new CardsOf(Client.enrolled("sample"));
    }

    Document page(String path) {
        var answer = client.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    Document review() {
        return page(CARDS + "/review");
    }

    /** What the form of the card on the page would send with this button. */
    static Map<String, String> form(Document page, String rating) {
        var form = new LinkedHashMap<String, String>();
        page.select(".ratings input").forEach(field -> form.put(field.attr("name"), field.val()));
        form.put("rating", rating);
        return form;
    }

    static Map<String, String> undoForm(Document page) {
        var form = new LinkedHashMap<String, String>();
        page.select(".undo input").forEach(field -> form.put(field.attr("name"), field.val()));
        return form;
    }

    Response rate(Map<String, String> form) {
        return client.post(CARDS + "/review", form);
    }

    Response undo(Map<String, String> form) {
        return client.post(CARDS + "/review/undo", form);
    }

    /** Which card the page asks. */
    static String card(Document page) {
        return page.select(".ratings input[name=card]").val();
    }

    static String seen(Document page) {
        return page.select(".ratings input[name=seen]").val();
    }
}
