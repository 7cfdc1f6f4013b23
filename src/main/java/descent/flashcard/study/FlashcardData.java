package descent.flashcard.study;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person's flashcards and reviews, as a part of what is known of them. */
@ApplicationScoped
class FlashcardData implements PersonalData {
    record Part(List<Asked> cards, List<Wish> settings) {}

    record Asked(
            String course,
            String card,
            String state,
            int reviews,
            int lapses,
            boolean suspended,
            List<Happened> log) {}

    record Happened(Instant at, String what, Optional<Short> rating) {}

    record Wish(
            String course,
            double desiredRetention,
            int maximumInterval,
            int newPerDay,
            int reviewsPerDay,
            Optional<String> exam,
            boolean typed) {}

    @Override
    public String name() {
        return "flashcards";
    }

    @Override
    public String kept() {
        return "Which flashcards you were asked, when, how you rated each answer and when each comes next, and how you want to be asked; until you delete the account.";
    }

    @Override
    public Part export(UUID personId) {
        Map<Long, List<LogRow>> log =
                LogRow.<LogRow>list("personId = ?1 order by id", personId).stream()
                        .collect(Collectors.groupingBy(row -> row.flashcardId));
        return new Part(
                Flashcard.<Flashcard>list("personId = ?1 order by id", personId).stream()
                        .map(card -> asked(card, log.getOrDefault(card.id, List.of())))
                        .toList(),
                SettingsRow.<SettingsRow>list("key.personId", personId).stream()
                        .map(row ->
                                new Wish(
                                        row.key.courseId(),
                                        row.desiredRetention,
                                        row.maximumInterval,
                                        row.newPerDay,
                                        row.reviewsPerDay,
                                        Optional.ofNullable(row.exam).map(Object::toString),
                                        row.typed))
                        .toList());
    }

    private static Asked asked(Flashcard card, List<LogRow> log) {
        return new Asked(
                card.courseId,
                card.key().toString(),
                card.state.name(),
                card.reviews,
                card.lapses,
                card.isSuspended(),
                log.stream()
                        .map(row ->
                                new Happened(
                                        row.at, row.kind.name(), Optional.ofNullable(row.rating)))
                        .toList());
    }
}
