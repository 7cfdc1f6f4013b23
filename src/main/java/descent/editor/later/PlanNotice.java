package descent.editor.later;

import descent.editor.PartPath;
import descent.editor.part.PartNotice;
import descent.shared.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Tells an author that a part waits for its time, or why it waited in vain. */
@ApplicationScoped
class PlanNotice implements PartNotice {
    private final Plans plans;
    private final Times times;

    PlanNotice(Plans plans, Times times) {
        this.plans = plans;
        this.times = times;
    }

    @Override
    public Optional<Notice> of(PartPath part, UUID author) {
        return plans.find(part, author)
                .map(planned ->
                        planned.refused == null
                                ? new Notice(
                                        "A text of yours is to be published on %s."
                                                .formatted(times.dateTimeZone(planned.at)),
                                        false,
                                        part.laterUrl())
                                : new Notice(
                                        "Your text was to be published on %s and was not: %s"
                                                .formatted(
                                                        times.dateTimeZone(planned.at),
                                                        planned.refused),
                                        true,
                                        part.laterUrl()));
    }
}
