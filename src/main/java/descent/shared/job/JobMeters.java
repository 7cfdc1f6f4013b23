package descent.shared.job;

import descent.shared.metric.Sampled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether work in the background is left undone. */
@ApplicationScoped
class JobMeters {
    void start(@Observes StartupEvent event, JobOverview overview, MeterRegistry registry) {
        var jobs = new Sampled<>(overview::jobs);
        Gauge.builder(
                        "descent.jobs.failing",
                        () ->
                                jobs.figure(all ->
                                        all.stream().filter(job -> job.failures() > 0).count()))
                .description("Jobs whose latest time failed")
                .register(registry);
        Gauge.builder(
                        "descent.jobs.late",
                        () ->
                                jobs.figure(all ->
                                        all.stream()
                                                .mapToDouble(job -> job.late().toMillis() / 1000.0)
                                                .max()
                                                .orElse(0)))
                .baseUnit("seconds")
                .description("By how much the job that is most late should have begun before")
                .register(registry);
    }
}
