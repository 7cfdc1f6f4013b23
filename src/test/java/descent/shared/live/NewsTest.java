package descent.shared.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import descent.shared.live.News.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsTest {
    @Inject News news;

    @Test
    void newsAreHeardWhenTheTransactionCommits() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        var message = UUID.randomUUID().toString();
        var end =
                news.listen(
                        Topic.RUN_PROGRESS,
                        said -> {
                            if (said.equals(message)) heard.add(said);
                        });
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    news.send(Topic.RUN_PROGRESS, message);
                    assertNull(heard.peek());
                });
        assertEquals(message, heard.poll(20, TimeUnit.SECONDS));
        end.run();
    }

    @Test
    void listenerThatFailsHarmsNobody() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        var message = UUID.randomUUID().toString();
        var endOfFirst =
                news.listen(
                        Topic.RUN_PROGRESS,
                        said -> {
                            if (said.equals(message)) throw new IllegalStateException("on purpose");
                        });
        var endOfSecond =
                news.listen(
                        Topic.RUN_PROGRESS,
                        said -> {
                            if (said.equals(message)) heard.add(said);
                        });
        news.send(Topic.RUN_PROGRESS, message);
        assertEquals(message, heard.poll(20, TimeUnit.SECONDS));
        endOfFirst.run();
        endOfSecond.run();
    }
}
