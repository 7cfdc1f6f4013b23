package descent.shared.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.shared.entrance.IdleConnections.UntilAnswered;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a connection on which nothing moves is given up. */
class IdleConnectionsTest {
    private final UntilAnswered watch = new UntilAnswered(Duration.ofMinutes(10));
    private final Server server = new Server();
    private final EmbeddedChannel connection = new EmbeddedChannel(watch, server);

    private void ask() {
        connection.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/login"));
    }

    private void answer(HttpResponseStatus status) {
        connection.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER));
    }

    /** How often the server hears of it when nothing moves for that many times the limit. */
    private int silence(int times) throws Exception {
        server.heard = 0;
        var context = connection.pipeline().context(watch);
        for (int i = 0; i < times; i++) {
            watch.channelIdle(
                    context,
                    i == 0
                            ? IdleStateEvent.FIRST_ALL_IDLE_STATE_EVENT
                            : IdleStateEvent.ALL_IDLE_STATE_EVENT);
        }
        return server.heard;
    }

    @Test
    void halfARequestIsGivenUp() throws Exception {
        assertEquals(1, silence(1), "before a word");
        ask();
        assertEquals(1, silence(1), "half a request");
        connection.writeInbound(new DefaultHttpContent(Unpooled.copyInt(1)));
        assertEquals(1, silence(1), "half a body");
        answer(HttpResponseStatus.CONTINUE);
        assertEquals(1, silence(1), "asked to go on");
    }

    @Test
    void requestThatIsBeingAnsweredIsNot() throws Exception {
        ask();
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertEquals(0, silence(UntilAnswered.PATIENCE - 1));
        connection.writeOutbound(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        assertEquals(0, silence(1), "half an answer");
        assertEquals(1, silence(UntilAnswered.PATIENCE), "for ever is too long");
        connection.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertEquals(1, silence(1), "nothing more is asked");
    }

    @Test
    void answerBeforeTheEndOfTheRequestCountsOnce() throws Exception {
        ask();
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        assertEquals(1, silence(1));
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertEquals(1, silence(1));
        ask();
        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertEquals(0, silence(1));
    }

    @Test
    void answerThatIsOnItsWayAndARequestThatWeDoNotReadAreNotSilence() throws Exception {
        connection.write(new DefaultHttpContent(Unpooled.copyInt(1)));
        assertEquals(0, silence(1));
        connection.flush();
        assertEquals(1, silence(1));
        connection.config().setAutoRead(false);
        assertEquals(0, silence(1));
    }

    private static final class Server extends ChannelInboundHandlerAdapter {
        private int heard;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            heard += event instanceof IdleStateEvent ? 1 : 0;
        }
    }
}
