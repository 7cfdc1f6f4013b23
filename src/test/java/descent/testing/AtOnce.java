package descent.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The same deed many times at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    public static <T> List<T> times(int times, Callable<T> deed) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(Collections.nCopies(times, deed))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
