package descent.shared.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private static final UUID BROKEN = new UUID(1, 1);
    private static final UUID WHOLE = new UUID(1, 2);

    private final OneByOne<UUID> oneByOne = new OneByOne<>("attempt %s could not be closed");
    private final List<UUID> closed = new ArrayList<>();
    private boolean mended;

    private void sweep() {
        oneByOne.each(
                List.of(BROKEN, WHOLE),
                id -> {
                    if (id.equals(BROKEN) && !mended) {
                        throw new IllegalStateException("it cannot be read");
                    }
                    closed.add(id);
                });
    }

    @Test
    void faultKeepsItFromNoOtherAndIsLoggedOnceUntilItIsMended() {
        var log = Logger.getLogger(OneByOne.class.getName());
        var logged = new Logged();
        log.addHandler(logged);
        try {
            sweep();
            sweep();
            assertEquals(List.of(WHOLE, WHOLE), closed);
            assertEquals(1, logged.records.size());
            mended = true;
            sweep();
            mended = false;
            sweep();
            assertEquals(2, logged.records.size());
        } finally {
            log.removeHandler(logged);
        }
    }

    private static final class Logged extends Handler {
        final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
