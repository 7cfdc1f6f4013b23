package descent.shared.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps out of traces who sent a request, and its address, which may be a secret: that of a link to
 * a new password. Which page it was stays, as the route's pattern.
 */
@Singleton
final class WithoutSecrets implements SpanProcessor {
    private static final String INSTEAD = "-";

    private static final Set<AttributeKey<String>> HIDDEN =
            Set.of(
                    AttributeKey.stringKey("url.path"),
                    AttributeKey.stringKey("url.query"),
                    AttributeKey.stringKey("client.address"),
                    AttributeKey.stringKey("network.peer.address"),
                    AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var each : HIDDEN) {
            // There is no way to take one away.
            if (span.getAttribute(each) != null) {
                span.setAttribute(each, INSTEAD);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
