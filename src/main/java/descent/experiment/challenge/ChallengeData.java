package descent.experiment.challenge;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's entries for challenges, as a part of what is known of them. */
@ApplicationScoped
class ChallengeData implements PersonalData {
    record Part(
            String course,
            String challenge,
            Instant enteredAt,
            List<String> settings,
            Entry.State state,
            @Nullable Double figure,
            @Nullable Double score) {}

    @Override
    public String name() {
        return "challenges";
    }

    @Override
    public String kept() {
        return "What you entered for challenges and what it came to, and how you want to stand on the boards, until you delete the account. Others who take the course see your best results with your name, unless you choose otherwise.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Entry.<Entry>list("personId = ?1 order by createdAt", personId).stream()
                .map(entry ->
                        new Part(
                                entry.courseId,
                                entry.challengeId,
                                entry.createdAt,
                                entry.settings,
                                entry.state,
                                entry.figure,
                                entry.score))
                .toList();
    }
}
