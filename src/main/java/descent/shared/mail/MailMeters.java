package descent.shared.mail;

import descent.shared.metric.Sampled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/** How many mails wait, and how many were given up. */
@ApplicationScoped
class MailMeters {
    void start(@Observes StartupEvent event, Outbox outbox, MeterRegistry registry) {
        var counts = new Sampled<>(outbox::counts);
        for (var state : List.of(OutboxMail.State.WAITING, OutboxMail.State.FAILED)) {
            Gauge.builder(
                            "descent.mails",
                            () -> counts.figure(each -> each.getOrDefault(state, 0L)))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Mails in the outbox, of all replicas")
                    .register(registry);
        }
    }
}
