package descent.testing;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/**
 * A deed in a transaction and a thread of its own, of which a test can see whether it waits for a
 * lock.
 */
public final class Apart<T> {
    private final CompletableFuture<Integer> backend = new CompletableFuture<>();
    private final FutureTask<T> deed;

    private Apart(Callable<T> deed) {
        this.deed = new FutureTask<>(() -> done(deed));
    }

    public static <T> Apart<T> begin(Callable<T> deed) {
        var apart = new Apart<>(deed);
        Thread.ofVirtual().start(apart.deed);
        return apart;
    }

    private T done(Callable<T> what) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> {
                        backend.complete(number("select pg_backend_pid()"));
                        return what.call();
                    });
        } finally {
            context.terminate();
        }
    }

    /** Until it waits for a lock or is over, whatever comes first. */
    public void settle() {
        int pid = backend.join();
        Eventually.isTrue(
                "a lock or the end",
                () ->
                        deed.isDone()
                                || number(
                                                "select cast(count(*) as int) from pg_locks where"
                                                        + " not granted and pid = "
                                                        + pid)
                                        > 0);
    }

    public boolean isOver() {
        return deed.isDone();
    }

    public T get() throws Exception {
        return deed.get();
    }

    private static int number(String query) {
        var database = Arc.container().instance(EntityManager.class).get();
        return (Integer) database.createNativeQuery(query, Integer.class).getSingleResult();
    }
}
