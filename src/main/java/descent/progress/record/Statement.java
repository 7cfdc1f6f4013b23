package descent.progress.record;

import descent.activity.Activity;
import descent.activity.Activity.CardReviewed;
import descent.activity.Activity.GameFinished;
import descent.activity.Activity.LessonOpened;
import descent.activity.Activity.LessonRead;
import descent.activity.Activity.QuestionAnswered;
import descent.activity.Activity.ResponseMissed;
import descent.activity.Activity.RunFinished;
import descent.activity.Activity.TestFinished;
import descent.activity.ActivityHistory.Deed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A deed as a statement of the Experience API (IEEE 9274.1.1): who did what to which thing. The
 * verbs and kinds of things are those of ADL's vocabulary.
 *
 * @param verb the last part of its address
 * @param kind of thing, the last part of its address
 * @param path where the thing is on this site
 */
record Statement(Deed deed, String verb, String kind, String path) {
    private static final String ADL = "http://adlnet.gov/expapi/";

    static Statement of(Deed deed) {
        var course = "/courses/" + deed.activity().courseId();
        var subject = deed.activity().subject();
        return switch (deed.activity()) {
            case LessonOpened _ ->
                    new Statement(deed, "launched", "lesson", course + "/lessons/" + subject);
            case LessonRead _ ->
                    new Statement(deed, "completed", "lesson", course + "/lessons/" + subject);
            case QuestionAnswered _, ResponseMissed _ ->
                    new Statement(deed, "answered", "question", course + "/questions/" + subject);
            case TestFinished _ ->
                    new Statement(deed, "completed", "assessment", course + "/tests/" + subject);
            case RunFinished _ ->
                    new Statement(
                            deed,
                            "completed",
                            "simulation",
                            "/experiments/presets/" + deed.activity().courseId() + "/" + subject);
            case CardReviewed _ ->
                    new Statement(
                            deed, "interacted", "question", course + "/cards/card/" + subject);
            case GameFinished _ ->
                    new Statement(deed, "completed", "simulation", course + "/games/" + subject);
        };
    }

    /**
     * As it becomes JSON.
     *
     * @param site its address, without a slash at the end
     */
    Map<String, Object> json(String site) {
        var activity = deed.activity();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id(activity));
        json.put(
                "actor",
                Map.of(
                        "objectType",
                        "Agent",
                        "account",
                        Map.of("homePage", site, "name", activity.personId().toString())));
        json.put("verb", Map.of("id", ADL + "verbs/" + verb, "display", Map.of("en-US", verb)));
        json.put("object", thing(site + path, kind));
        result(activity).forEach(json::put);
        json.put(
                "context",
                Map.of(
                        "contextActivities",
                        Map.of(
                                "parent",
                                List.of(
                                        thing(
                                                site + "/courses/" + activity.courseId(),
                                                "course")))));
        json.put("timestamp", deed.at().toString());
        return json;
    }

    /** The same in each download: a record store takes a statement once. */
    private String id(Activity activity) {
        var name = "descent activity " + deed.id() + " " + activity.personId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, Object> thing(String id, String kind) {
        return Map.of(
                "objectType",
                "Activity",
                "id",
                id,
                "definition",
                Map.of("type", ADL + "activities/" + kind));
    }

    private static Map<String, Object> result(Activity activity) {
        return switch (activity) {
            case QuestionAnswered answer -> score(answer.fraction());
            case TestFinished test -> score(test.fraction());
            case CardReviewed review -> Map.of("result", Map.of("response", review.rating()));
            case GameFinished game ->
                    Map.of("result", Map.of("score", Map.of("raw", game.score())));
            case LessonRead _, RunFinished _ -> Map.of("result", Map.of("completion", true));
            case LessonOpened _, ResponseMissed _ -> Map.of();
        };
    }

    private static Map<String, Object> score(BigDecimal fraction) {
        return Map.of("result", Map.of("score", Map.of("scaled", fraction), "completion", true));
    }
}
