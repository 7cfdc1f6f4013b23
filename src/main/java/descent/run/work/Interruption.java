package descent.run.work;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether, and why, a training under way is to end before its end. The first reason counts. */
final class Interruption {
    /** Why. */
    enum Reason {
        /** All who had asked for the run have cancelled. */
        UNWANTED,
        /** The run belongs to another worker by now. */
        LOST,
        /** The program ends; the run goes on elsewhere. */
        PROGRAM_ENDS,
        /** It takes longer than its budget allows. */
        WALL_LIMIT
    }

    private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();

    void ask(Reason why) {
        reason.compareAndSet(null, why);
    }

    boolean asked() {
        return reason.get() != null;
    }

    @Nullable Reason reason() {
        return reason.get();
    }
}
