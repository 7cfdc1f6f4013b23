package descent.experiment.lab;

import com.fasterxml.jackson.annotation.JsonRawValue;
import descent.engine.optimizer.Custom;
import descent.engine.spec.Json;
import descent.run.AskedSpec;
import descent.run.budget.Budgets;
import descent.run.budget.Budgets.Allowance;
import java.util.List;
import java.util.Optional;

/**
 * A spec as it was understood.
 *
 * @param spec canonical JSON, with all defaults
 * @param costs beside what they may be
 * @param refusal why it would be refused; null where it would not
 * @param seconds of computing, about; null where nothing is known
 * @param rule the optimizer's update rule as a text
 * @param custom the same optimizer in one's own words, canonical JSON, to start from
 * @param allowance of today; null for a visitor
 */
record CheckedSpec(
        @JsonRawValue String spec,
        long steps,
        long points,
        List<Budgets.Line> costs,
        Optional<String> refusal,
        Optional<Double> seconds,
        String rule,
        @JsonRawValue String custom,
        Optional<Seconds> allowance) {
    /** Seconds of computing today. */
    record Seconds(double used, double daily) {}

    static CheckedSpec of(
            AskedSpec asked, Budgets.Estimate estimate, Optional<Allowance> allowance) {
        var cost = asked.spec().cost();
        var optimizer = asked.spec().optimizer();
        return new CheckedSpec(
                asked.text(),
                cost.steps(),
                cost.points(),
                estimate.lines(),
                estimate.refusal(),
                estimate.time().map(time -> time.toMillis() / 1000.0),
                optimizer.rule(),
                Json.of(Custom.like(optimizer)),
                allowance.map(a ->
                        new Seconds(a.used().toMillis() / 1000.0, a.daily().toMillis() / 1000.0)));
    }
}
