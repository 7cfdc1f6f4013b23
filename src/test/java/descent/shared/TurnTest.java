package descent.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.testing.AtOnce;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TurnTest {
    @Test
    void turnsOfTheSameNameComeOneAfterTheOther() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        AtOnce.times(
                5,
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> {
                                    Turn.take("turns of this test");
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    Thread.sleep(20);
                                    return inside.decrementAndGet();
                                }));
        assertEquals(1, most.get());
    }

    @Test
    void sharedTurnsGoBesideEachOther() throws Exception {
        var both = new CountDownLatch(2);
        var met =
                AtOnce.times(
                        2,
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .call(() -> {
                                            Turn.share("shared turns of this test");
                                            both.countDown();
                                            return both.await(30, TimeUnit.SECONDS);
                                        }));
        assertEquals(2, met.stream().filter(each -> each).count());
    }

    @Test
    void turnOutsideOfATransactionIsAMistake() {
        assertThrows(IllegalStateException.class, () -> Turn.take("nothing"));
    }
}
