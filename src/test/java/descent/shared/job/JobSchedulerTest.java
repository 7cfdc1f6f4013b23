package descent.shared.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobSchedulerTest {
    static final CountDownLatch THREE_TIMES = new CountDownLatch(3);

    @ApplicationScoped
    static class FailingJob implements RecurringJob {
        @Override
        public String name() {
            return "failing-job-of-a-test";
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(100);
        }

        @Override
        public void run() {
            if (THREE_TIMES.getCount() > 0) {
                THREE_TIMES.countDown();
                throw new IllegalStateException("on purpose");
            }
        }
    }

    @Test
    void jobComesAgainAfterAFailure() throws InterruptedException {
        assertTrue(THREE_TIMES.await(60, TimeUnit.SECONDS));
    }
}
