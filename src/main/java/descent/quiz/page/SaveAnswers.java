package descent.quiz.page;

import descent.quiz.taking.SaveResponse.Outcome;
import descent.quiz.view.InputView;
import descent.shared.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a script that saves is told; each answer carries the time that is left. */
@ApplicationScoped
class SaveAnswers {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Times times;
    private final Clock clock;

    SaveAnswers(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    Response of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved saved -> {
                var understood = new LinkedHashMap<String, Object>();
                saved.readings()
                        .forEach((input, reading) ->
                                understood.put(input, InputView.words(reading)));
                yield json(
                        200,
                        Map.of(
                                "revision",
                                saved.revision(),
                                "remaining",
                                saved.remaining().toMillis(),
                                "time",
                                time(clock.instant()),
                                "inputs",
                                understood));
            }
            case Outcome.Overtaken newer ->
                    json(
                            409,
                            Map.of(
                                    "status",
                                    409,
                                    "error",
                                    "A newer answer to this question was saved in another window."
                                            + " That one counts.",
                                    "revision",
                                    newer.revision(),
                                    "values",
                                    newer.response().values(),
                                    "remaining",
                                    newer.remaining().toMillis()));
            case Outcome.OutOfOrder(int next) ->
                    json(
                            409,
                            Map.of(
                                    "status",
                                    409,
                                    "error",
                                    "This test is taken in order, and question %d is the next. This answer was not saved."
                                            .formatted(next)));
            case Outcome.Ended ended ->
                    json(409, Map.of("status", 409, "error", words(ended), "ended", true));
        };
    }

    /** Why an answer came too late, and what is kept. */
    String words(Outcome.Ended ended) {
        if (ended.inTime()) {
            return "This attempt has been handed in: its answers cannot be changed any more.";
        }
        return ended.lastSaved()
                .map(at ->
                        "The time is over. Your answers up to %s are kept and count; this one came too late."
                                .formatted(time(at)))
                .orElse("The time is over. This answer came too late.");
    }

    private String time(Instant at) {
        return TIME.withZone(times.zone()).format(at);
    }

    private static Response json(int status, Map<String, Object> body) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
