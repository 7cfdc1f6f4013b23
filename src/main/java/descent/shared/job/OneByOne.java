package descent.shared.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * What a job does to each of the things that have come so far: a fault with one keeps it from none
 * of the others, and is logged once, however soon the job comes by again.
 */
public final class OneByOne<K> {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final String fault;
    private final Set<K> faulty = ConcurrentHashMap.newKeySet();

    /**
     * @param fault what is logged, with the id for {@code %s}
     */
    public OneByOne(String fault) {
        this.fault = fault;
    }

    public void each(List<K> ids, Consumer<K> deed) {
        for (var id : ids) {
            try {
                deed.accept(id);
                faulty.remove(id);
            } catch (RuntimeException e) {
                if (faulty.add(id)) {
                    LOG.error(fault.formatted(id) + "; the others were", e);
                }
            }
        }
    }
}
