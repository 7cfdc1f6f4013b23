package descent.activity;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a person did, as a part of what is known of them. */
@ApplicationScoped
class ActivityData implements PersonalData {
    private final ObjectMapper json;

    ActivityData(ObjectMapper json) {
        this.json = json;
    }

    record Part(Instant at, String kind, JsonNode detail) {}

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public String kept() {
        return "What you did in your courses and when: lessons read, questions answered, tests finished, cards reviewed, experiments run, games played; until you delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return ActivityEntry.<ActivityEntry>list("personId = ?1 order by id", personId).stream()
                .map(entry -> new Part(entry.at, entry.kind, parsed(entry)))
                .toList();
    }

    private JsonNode parsed(ActivityEntry entry) {
        try {
            return json.readTree(entry.detail);
        } catch (JacksonException e) {
            throw new IllegalStateException("activity " + entry.id + " is not JSON", e);
        }
    }
}
