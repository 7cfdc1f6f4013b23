package descent.run.work;

import descent.engine.training.Point;
import descent.engine.training.RunHeader;
import descent.engine.training.Snapshot;
import descent.engine.training.TrainingListener;
import descent.run.RunQueue;
import descent.run.RunQueue.Claim;
import descent.run.record.RecordJson;
import descent.run.work.Interruption.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a training records and writes it to the database on a thread of its own, so that
 * training does not wait: the first record at once, and whatever comes during one write together in
 * the next. It also keeps the claim alive.
 *
 * <p>Of a run that another worker had begun, the records that are there already are skipped: they
 * are the same to the last bit.
 */
final class RecordWriter implements TrainingListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RecordWriter.class);
    private static final Duration HEARTBEAT = RunQueue.LEASE.dividedBy(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

    /** Characters after which a portion is full: what is read and sent at once stays small. */
    private static final int PORTION = 200_000;

    private final Claim claim;
    private final RunQueue queue;
    private final Interruption interruption;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    /** Guarded by the lock, like all below. */
    private final Queue<Supplier<String>> pending = new ArrayDeque<>();

    private int seen;
    private boolean closing;
    private @Nullable Throwable fault;

    RecordWriter(Claim claim, RunQueue queue, Interruption interruption) {
        this.claim = claim;
        this.queue = queue;
        this.interruption = interruption;
        this.thread = Thread.ofVirtual().name("records-of-" + claim.key()).start(this::writeAll);
    }

    @Override
    public void started(RunHeader header) {
        add(() -> RecordJson.of(header));
    }

    @Override
    public void recorded(Point point) {
        add(() -> RecordJson.of(point));
    }

    @Override
    public void recorded(Snapshot snapshot) {
        add(() -> RecordJson.of(snapshot));
    }

    private void add(Supplier<String> item) {
        lock.lock();
        try {
            if (seen++ >= claim.recorded()) {
                pending.add(item);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when everything is written, or the run is lost.
     *
     * @throws IllegalStateException when something could not be written as JSON: the run lacks it
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (fault != null) {
            throw new IllegalStateException("run " + claim.key() + " was not recorded", fault);
        }
    }

    private void writeAll() {
        try {
            write();
        } catch (Throwable e) {
            // Seen by who closes: the thread has ended by then.
            fault = e;
        }
    }

    private void write() {
        int next = claim.recorded();
        while (true) {
            var portion = portion();
            if (portion.isEmpty() && isClosing()) {
                return;
            }
            if (!record(next, portion)) {
                return;
            }
            next += portion.size();
        }
    }

    /** What has come: waits for it, at most until the next heartbeat is due. */
    private List<String> portion() {
        var portion = new ArrayList<String>();
        int length = 0;
        var item = awaited();
        while (item != null) {
            portion.add(item.get());
            length += portion.getLast().length();
            item = length < PORTION ? next() : null;
        }
        return portion;
    }

    private @Nullable Supplier<String> awaited() {
        lock.lock();
        try {
            if (pending.isEmpty() && !closing) {
                changed.await(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            }
            return pending.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Supplier<String> next() {
        lock.lock();
        try {
            return pending.poll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing && pending.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Tries until the database answers: when that takes too long, the run is another's by then. */
    private boolean record(int next, List<String> items) {
        while (true) {
            try {
                return switch (queue.record(claim, next, items)) {
                    case WANTED -> true;
                    case UNWANTED -> {
                        interruption.ask(Reason.UNWANTED);
                        yield true;
                    }
                    case LOST -> {
                        interruption.ask(Reason.LOST);
                        yield false;
                    }
                };
            } catch (RuntimeException e) {
                LOG.warnf(
                        "records of run %s could not be written, trying again: %s",
                        claim.key(), e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
