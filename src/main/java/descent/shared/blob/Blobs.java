package descent.shared.blob;

import descent.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps blobs in the database: every replica has them, and one backup holds them. */
@ApplicationScoped
public class Blobs {
    private final EntityManager database;
    private final Clock clock;

    Blobs(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps the bytes, once however often they come. Who refers to them does so in the same
     * transaction.
     *
     * @return their hash
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String keep(byte[] bytes) {
        var hash = Sha256.of(bytes);
        database.createNativeQuery(
                        """
                        insert into blob (hash, size, bytes, created_at) values (:hash, :size, :bytes, :now)
                        on conflict (hash) do update set created_at = excluded.created_at
                        """)
                .setParameter("hash", hash)
                .setParameter("size", bytes.length)
                .setParameter("bytes", bytes)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return hash;
    }

    @Transactional
    public Optional<Integer> size(String hash) {
        List<?> found =
                database.createNativeQuery(
                                "select size from blob where hash = :hash", Integer.class)
                        .setParameter("hash", hash)
                        .getResultList();
        return found.stream().map(Integer.class::cast).findFirst();
    }

    /**
     * All blobs together.
     *
     * @param bytes as they were given; what the database adds is not counted
     */
    public record Total(long number, long bytes) {}

    @Transactional
    public Total total() {
        return (Total)
                database.createNativeQuery(
                                "select count(*), cast(coalesce(sum(size), 0) as bigint) from blob",
                                Total.class)
                        .getSingleResult();
    }

    /** A part of a blob, shorter where it ends; empty when there is no such blob. */
    @Transactional
    public Optional<byte[]> read(String hash, int from, int length) {
        List<?> found =
                database.createNativeQuery(
                                "select substring(bytes from :from for :length) from blob where hash = :hash",
                                byte[].class)
                        .setParameter("hash", hash)
                        .setParameter("from", from + 1)
                        .setParameter("length", length)
                        .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }
}
