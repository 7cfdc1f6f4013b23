package descent.shared.job;

import java.time.Duration;

/**
 * Work that is done again and again, by one replica at a time: rooms offer beans of this type. What
 * a job finds undone it does, so that one that was missed or broken off harms nothing.
 */
public interface RecurringJob {
    /** In kebab-case; the key of the job in the database. */
    String name();

    /** How long after the end of one time the next one begins. */
    Duration pause();

    /** Does what there is to do. An exception is logged, and the next time comes all the same. */
    void run();
}
