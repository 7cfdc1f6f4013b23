package descent.course;

import descent.course.Revision.Origin;
import descent.shared.Sha256;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of revisions. Whoever changes something calls {@link #lock} first. */
@ApplicationScoped
class RevisionStore {
    /** All changes of content stand in one line; the number means nothing to others. */
    private static final long LOCK = 0x636f_6e74_656e_74L;

    private static final byte[] NOTHING = new byte[0];
    private static final String COLUMNS =
            "%1$s.id, %1$s.path, %1$s.sha256, %1$s.bytes is null, %1$s.origin, %1$s.author, %1$s.created_at";

    private final AgroalDataSource database;
    private final News news;
    private final Event<Changed> changes;
    private final Clock clock;

    RevisionStore(AgroalDataSource database, News news, Event<Changed> changes, Clock clock) {
        this.database = database;
        this.news = news;
        this.changes = changes;
        this.clock = clock;
    }

    /** What learners see has changed; observed after the commit. */
    record Changed() {}

    /** A query or a change, on a connection that takes part in the transaction. */
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** Until the transaction ends nobody else changes content. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock() {
        with("select pg_advisory_xact_lock(" + LOCK + ")", PreparedStatement::execute);
    }

    /** Counts the changes of what learners see. */
    long version() {
        return with(
                "select number from content_version",
                query -> {
                    try (var row = query.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /** Counts a change and tells it to this replica and to all others, when it is committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void announceChange() {
        with("update content_version set number = number + 1", PreparedStatement::executeUpdate);
        news.send(Topic.CONTENT_PUBLISHED, "");
        changes.fire(new Changed());
    }

    /** All files that are there, by path, as of one moment; together with {@link #version}. */
    Heads heads() {
        var sql =
                "select v.number, "
                        + COLUMNS.formatted("r")
                        + " from content_version v left join (content_part p join content_revision r on r.id = p.head) on true";
        return with(
                sql,
                query -> {
                    var heads = new TreeMap<String, Revision>();
                    long version = 0;
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            version = rows.getLong(1);
                            if (rows.getString(3) != null) {
                                var revision = revision(rows, 2);
                                heads.put(revision.path(), revision);
                            }
                        }
                    }
                    return new Heads(version, heads);
                });
    }

    /**
     * @param version the number of changes that led here
     * @param byPath removed files included
     */
    record Heads(long version, Map<String, Revision> byPath) {}

    Optional<Head> head(String path) {
        var sql =
                "select "
                        + COLUMNS.formatted("r")
                        + ", p.waiting from content_part p join content_revision r on r.id = p.head where p.path = ?";
        record Found(Revision head, long waiting) {}
        var found =
                with(
                        sql,
                        query -> {
                            query.setString(1, path);
                            try (var row = query.executeQuery()) {
                                return row.next()
                                        ? Optional.of(new Found(revision(row, 1), row.getLong(8)))
                                        : Optional.<Found>empty();
                            }
                        });
        return found.map(each ->
                new Head(
                        each.head,
                        each.waiting == 0 ? null : revision(each.waiting).orElseThrow()));
    }

    /** Files of the folder that wait for an author. */
    List<Revision> waiting() {
        return revisions(
                "from content_part p join content_revision r on r.id = p.waiting order by p.path",
                query -> {});
    }

    Optional<Revision> revision(long id) {
        return revisions("from content_revision r where r.id = ?", query -> query.setLong(1, id))
                .stream()
                .findFirst();
    }

    /** The latest first. */
    List<Revision> history(String path) {
        return revisions(
                "from content_revision r where r.path = ? order by r.id desc",
                query -> query.setString(1, path));
    }

    /** Their texts, by id; those of removed files are missing. */
    Map<Long, byte[]> bytes(Collection<Long> ids) {
        return with(
                "select id, bytes from content_revision where id = any (?) and bytes is not null",
                query -> {
                    query.setArray(1, query.getConnection().createArrayOf("bigint", ids.toArray()));
                    var bytes = new HashMap<Long, byte[]>();
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            bytes.put(rows.getLong(1), rows.getBytes(2));
                        }
                    }
                    return bytes;
                });
    }

    /** Whether this very text has come from the folder before. */
    boolean seenInFolder(String path, String sha256) {
        return !revisions(
                        "from content_revision r where r.path = ? and r.sha256 = ? and r.origin = 'FILE' and r.bytes is not null limit 1",
                        query -> {
                            query.setString(1, path);
                            query.setString(2, sha256);
                        })
                .isEmpty();
    }

    /**
     * @param bytes null takes the file away
     * @param author null for a file of the content folder
     * @return the id of the new revision
     */
    @Transactional(Transactional.TxType.MANDATORY)
    long add(String path, byte @Nullable [] bytes, @Nullable UUID author) {
        return with(
                "insert into content_revision (path, sha256, bytes, origin, author, created_at) values (?, ?, ?, ?, ?, ?) returning id",
                insert -> {
                    insert.setString(1, path);
                    insert.setString(2, Sha256.of(bytes == null ? NOTHING : bytes));
                    insert.setBytes(3, bytes);
                    insert.setString(4, (author == null ? Origin.FILE : Origin.EDITOR).name());
                    insert.setObject(5, author, Types.OTHER);
                    insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
                    try (var row = insert.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /** Learners see this revision from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lead(String path, long revision) {
        with(
                "insert into content_part (path, head) values (?, ?) on conflict (path) do update set head = excluded.head",
                update -> {
                    update.setString(1, path);
                    update.setLong(2, revision);
                    return update.executeUpdate();
                });
    }

    /**
     * @param revision 0 when nothing waits any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void letWait(String path, long revision) {
        with(
                "update content_part set waiting = nullif(?, 0) where path = ?",
                update -> {
                    update.setLong(1, revision);
                    update.setString(2, path);
                    return update.executeUpdate();
                });
    }

    /**
     * Remembers a state of the folder.
     *
     * @return whether it is a new one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean addFolder(String sha256) {
        return with(
                "insert into content_folder (sha256, imported_at) values (?, ?) on conflict do nothing",
                insert -> {
                    insert.setString(1, sha256);
                    insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                    return insert.executeUpdate() == 1;
                });
    }

    private interface Binding {
        void on(PreparedStatement query) throws SQLException;
    }

    private List<Revision> revisions(String fromWhere, Binding binding) {
        return with(
                "select " + COLUMNS.formatted("r") + " " + fromWhere,
                query -> {
                    binding.on(query);
                    var revisions = new ArrayList<Revision>();
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            revisions.add(revision(rows, 1));
                        }
                    }
                    return List.copyOf(revisions);
                });
    }

    private static Revision revision(ResultSet row, int first) throws SQLException {
        return new Revision(
                row.getLong(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getBoolean(first + 3),
                Origin.valueOf(row.getString(first + 4)),
                row.getObject(first + 5, UUID.class),
                row.getObject(first + 6, OffsetDateTime.class).toInstant());
    }

    private <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("revisions of content: " + e.getMessage(), e);
        }
    }
}
