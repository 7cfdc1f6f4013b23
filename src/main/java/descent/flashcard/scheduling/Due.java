package descent.flashcard.scheduling;

import java.time.Instant;
import java.time.LocalDate;

/** From when on a card is asked: within a day to the minute, beyond it for the whole of a day. */
public sealed interface Due {
    /** From an instant on. */
    record At(Instant at) implements Due {}

    /** From the beginning of a day on, by the learner's calendar at that time. */
    record On(LocalDate day) implements Due {}

    default boolean reached(Moment now) {
        return switch (this) {
            case At(var at) -> !at.isAfter(now.at());
            case On(var day) -> !day.isAfter(now.day());
        };
    }
}
