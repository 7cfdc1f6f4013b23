package descent.account.session;

import descent.shared.web.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** From where somebody signs in, told so that its owner knows it again in a list. */
public record Browser(String name, ClientAddress address) {
    /** In this order: each browser also claims to be those below it. */
    private static final Map<String, String> BROWSERS =
            inOrder(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "Firefox", "Firefox",
                    "Chrom", "Chrome",
                    "Safari", "Safari");

    private static final Map<String, String> SYSTEMS =
            inOrder(
                    "Android", "Android",
                    "iPhone", "iPhone",
                    "iPad", "iPad",
                    "Windows", "Windows",
                    "Mac OS", "macOS",
                    "CrOS", "ChromeOS",
                    "Linux", "Linux");

    public static Browser of(HttpServerRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Browser(agent == null ? "" : named(agent), ClientAddress.of(request));
    }

    static String named(String agent) {
        return first(BROWSERS, agent, "A browser")
                + first(SYSTEMS, agent, "").transform(Browser::on);
    }

    private static String on(String system) {
        return system.isEmpty() ? "" : " on " + system;
    }

    private static String first(Map<String, String> names, String agent, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
