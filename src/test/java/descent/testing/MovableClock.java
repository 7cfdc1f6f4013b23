package descent.testing;

import io.quarkus.test.junit.QuarkusMock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The program's clock, for a test that moves it; runs on by itself in between. */
public final class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    /** Takes the place of the program's clock until the end of the test. */
    public static MovableClock install() {
        var clock = new MovableClock();
        QuarkusMock.installMockForType(clock, Clock.class);
        return clock;
    }

    public void forward(Duration time) {
        offset = offset.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the program's clock is in UTC");
    }
}
