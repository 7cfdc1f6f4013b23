package descent.shared.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A share of requests and runs, with all that is done for them. Not what belongs to none: each
 * replica looks at the queues every second.
 */
@Singleton
final class WhatIsTraced implements Sampler {
    private static final Set<SpanKind> BEGINNINGS = Set.of(SpanKind.SERVER, SpanKind.CONSUMER);

    private final Sampler share;
    private final Sampler rule = Sampler.parentBased(new Beginnings());

    WhatIsTraced(@ConfigProperty(name = "descent.traces.share", defaultValue = "1") double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new ConfigurationException(
                    "descent.traces.share must be between 0 and 1, was " + share + ".");
        }
        this.share = Sampler.traceIdRatioBased(share);
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String trace,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        return rule.shouldSample(parent, trace, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "requests and runs, of these " + share.getDescription();
    }

    private final class Beginnings implements Sampler {
        @Override
        public SamplingResult shouldSample(
                Context parent,
                String trace,
                String name,
                SpanKind kind,
                Attributes attributes,
                List<LinkData> links) {
            return BEGINNINGS.contains(kind)
                    ? share.shouldSample(parent, trace, name, kind, attributes, links)
                    : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "what begins a trace";
        }
    }
}
