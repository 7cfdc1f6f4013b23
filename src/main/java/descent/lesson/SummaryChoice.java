package descent.lesson;

import descent.course.material.LessonText.Depth;
import descent.shared.web.HostCookie;
import descent.shared.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a reader wants summaries to tell, kept in a cookie: it needs no account. */
final class SummaryChoice {
    private static final HostCookie COOKIE = new HostCookie("descent-summary");
    private static final Duration KEPT = Duration.ofDays(365);

    private SummaryChoice() {}

    static Depth of(HttpServerRequest request) {
        return COOKIE.value(request).flatMap(SummaryChoice::named).orElse(Depth.BASIC);
    }

    static void remember(HttpServerRequest request, Depth depth) {
        COOKIE.set(request, name(depth), Optional.of(KEPT));
    }

    static Depth parse(String name) {
        return named(name)
                .orElseThrow(() -> Problem.badRequest("A summary is basic, medium or detailed."));
    }

    static String name(Depth depth) {
        return depth.name().toLowerCase(Locale.ROOT);
    }

    static String label(Depth depth) {
        return switch (depth) {
            case BASIC -> "Basic";
            case MEDIUM -> "Medium";
            case DETAILED -> "Detailed";
        };
    }

    private static Optional<Depth> named(String name) {
        return Arrays.stream(Depth.values()).filter(depth -> name(depth).equals(name)).findFirst();
    }
}
