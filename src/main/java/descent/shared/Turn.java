package descent.shared;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Transactions that go one after the other, on all replicas: whoever takes a turn waits for the
 * transaction that has it, and keeps it until the end of its own. What is counted in one cannot
 * grow before the one that counted has ended.
 */
public final class Turn {
    private Turn() {}

    /**
     * @param of what is done one by one, as "own tables of 7f…"
     * @throws IllegalStateException outside of a transaction
     */
    public static void take(String of) {
        lock("pg_advisory_xact_lock", of);
    }

    /** Beside others that share it, never beside one that has taken it. */
    public static void share(String of) {
        lock("pg_advisory_xact_lock_shared", of);
    }

    private static void lock(String how, String of) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("a turn lasts as long as a transaction: " + of);
        }
        Panache.getEntityManager()
                .createNativeQuery(
                        "select 1 from (select %s(hashtextextended(:of, 0))) locked".formatted(how))
                .setParameter("of", of)
                .getSingleResult();
    }
}
