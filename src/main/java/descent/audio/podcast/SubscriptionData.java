package descent.audio.podcast;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's podcast addresses, as a part of what is known of them. */
@ApplicationScoped
class SubscriptionData implements PersonalData {
    record Part(String course, Instant createdAt) {}

    @Override
    public String name() {
        return "podcasts";
    }

    @Override
    public String kept() {
        return "For which courses you have made a podcast address, and when, until you take it back or delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Subscription.<Subscription>list("key.personId", personId).stream()
                .map(row -> new Part(row.key.courseId(), row.createdAt))
                .toList();
    }
}
