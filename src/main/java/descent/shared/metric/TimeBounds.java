package descent.shared.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Of which times it is counted how many were below which bound: only so can those of many replicas
 * be put together.
 */
@Singleton
class TimeBounds {
    private static final Set<String> COUNTED =
            Set.of("http.server.requests", "descent.quiz.save", "descent.run.wait");

    private static final double[] BOUNDS =
            Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 120_000)
                    .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
                    .toArray();

    @Produces
    @Singleton
    MeterFilter bounds() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id meter, DistributionStatisticConfig settings) {
                return COUNTED.contains(meter.getName())
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BOUNDS)
                                .build()
                                .merge(settings)
                        : settings;
            }
        };
    }
}
