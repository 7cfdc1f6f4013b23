package descent.shared.entrance;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a request be answered for longer than a client may stay silent. The server closes every
 * connection on which nothing moves for {@code quarkus.http.idle-timeout}, also one whose client
 * has asked and waits: on a machine with too much to do, people would see their answers break off.
 */
@ApplicationScoped
class IdleConnections {
    /** Vert.x's own, which this one takes the place of. */
    private static final String HANDLER = "idle";

    private final Duration limit;

    IdleConnections(@ConfigProperty(name = "quarkus.http.idle-timeout") Duration limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FilterOrder.CONNECTION);
    }

    /** At a connection's first request, before which nothing is to be answered. */
    private void watch(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            var pipeline = connection.channel().pipeline();
            // HTTP/2 has its frames in place of messages.
            if (pipeline.get("httpDecoder") != null
                    && pipeline.get(HANDLER) instanceof IdleStateHandler theirs
                    && !(theirs instanceof UntilAnswered)) {
                pipeline.replace(HANDLER, HANDLER, new UntilAnswered(limit));
            }
        }
        request.next();
    }

    /** Tells of silence while the client is to speak, and of much longer silence while we are. */
    static final class UntilAnswered extends IdleStateHandler {
        /** Times the limit: longer than a proxy waits, so that the proxy is who gives up. */
        static final int PATIENCE = 6;

        /**
         * Requests that have come in whole less answers that have gone out whole: one, more where
         * the client does not wait, while there is something to answer.
         */
        private int toAnswer;

        private int silences;

        UntilAnswered(Duration limit) {
            super(0, 0, limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof LastHttpContent) {
                toAnswer++;
            }
            super.channelRead(context, message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
                throws Exception {
            if (message instanceof LastHttpContent && !isInterim(message)) {
                toAnswer--;
            }
            super.write(context, message, promise);
        }

        /** "100 Continue" asks for more. */
        private static boolean isInterim(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent silence)
                throws Exception {
            silences = silence.isFirst() ? 1 : silences + 1;
            if (silences >= PATIENCE || isItsTurn(context.channel())) {
                super.channelIdle(context, silence);
            }
        }

        /** Not while something is to be answered, an answer goes out, or we do not listen. */
        private boolean isItsTurn(Channel channel) {
            var goingOut = channel.unsafe().outboundBuffer();
            return toAnswer <= 0
                    && channel.config().isAutoRead()
                    && (goingOut == null || goingOut.totalPendingWriteBytes() == 0);
        }
    }
}
