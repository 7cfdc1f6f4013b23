package descent.exchange.anki;

import descent.exchange.card.CardFile;
import descent.exchange.card.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.sqlite.Collation;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * The SQLite database of a package, read in memory: note types, decks and notes, of the tables of
 * schema 11, where types and decks are JSON, or of the later ones, where they are tables.
 *
 * <p>The file is a stranger's: it is checked as a whole first, its schema is not trusted, what
 * should be a table must be one (a view could compute for ever), and all of it has a time limit.
 */
final class Collection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STEPS_BETWEEN_LOOKS = 10_000;
    private static final int LONGEST_VALUE = 1_000_000;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Between the fields of a note, and between the levels of a deck's name. */
    static final String SEPARATOR = "\u001f";

    /** A note as it lies there: the HTML of its fields. */
    record Note(NoteType type, List<String> fields, String tags, String deck, int cards) {}

    /** What is done with each note. */
    @FunctionalInterface
    interface NoteReader {
        void read(Note note);
    }

    private final Connection database;

    private Collection(Connection database) {
        this.database = database;
    }

    /**
     * @throws UnreadableFile when these bytes are no sound database
     */
    static Collection open(byte[] bytes) {
        if (bytes.length < 512 || !startsWithMagic(bytes)) {
            throw new UnreadableFile("The package's collection is no SQLite database.");
        }
        // A database that was closed in write-ahead mode cannot be opened from memory: bytes 18
        // and 19 say which mode it is.
        bytes[18] = 1;
        bytes[19] = 1;
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            var collection = new Collection(connection);
            try {
                collection.load(bytes);
                return collection;
            } catch (SQLException | RuntimeException e) {
                collection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private void load(byte[] bytes) throws SQLException {
        var sqlite = database.unwrap(SQLiteConnection.class);
        sqlite.deserialize("main", bytes);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        long begin = System.nanoTime();
        ProgressHandler.setHandler(
                database,
                STEPS_BETWEEN_LOOKS,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return System.nanoTime() - begin > PATIENCE.toNanos() ? 1 : 0;
                    }
                });
        Collation.create(
                database,
                "unicase",
                new Collation() {
                    @Override
                    protected int xCompare(String a, String b) {
                        return a.compareToIgnoreCase(b);
                    }
                });
        try (var statement = database.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
            statement.execute("pragma query_only = on");
            try (var check = statement.executeQuery("pragma quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    throw new UnreadableFile("The package's collection is a damaged database.");
                }
            }
        }
        requireTables(database, "col", "notes", "cards");
    }

    static void requireTables(Connection database, String... names) throws SQLException {
        var tables = new HashSet<String>();
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                "select name from sqlite_schema where type = 'table' and rootpage > 0")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (var name : names) {
            if (!tables.contains(name)) {
                throw new UnreadableFile(
                        "The package's collection lacks the table %s.".formatted(name));
            }
        }
    }

    /**
     * @throws UnreadableFile when there are more notes than one file may hold, or something is
     *     wrong with them
     */
    void readNotes(NoteReader reader) {
        try (var statement = database.createStatement()) {
            var count = statement.executeQuery("select count(*) from notes");
            if (count.next() && count.getInt(1) > CardFile.MOST_NOTES) {
                throw new UnreadableFile(
                        "The package holds %,d notes; one import takes at most %,d."
                                .formatted(count.getInt(1), CardFile.MOST_NOTES));
            }
            var schema = CollectionSchema.of(database);
            try (var rows =
                    statement.executeQuery(
                            """
                            select n.mid, coalesce(n.flds, '') as flds, coalesce(n.tags, '') as tags, min(c.did) as did, count(c.id) as cards
                            from notes n left join cards c on c.nid = n.id group by n.id order by n.id
                            """)) {
                while (rows.next()) {
                    reader.read(note(rows, schema));
                }
            }
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private static Note note(ResultSet row, CollectionSchema schema) throws SQLException {
        var type = schema.types().get(row.getLong("mid"));
        if (type == null) {
            throw new UnreadableFile("The package has a note of a type that it does not hold.");
        }
        return new Note(
                type,
                List.of(row.getString("flds").split(SEPARATOR, -1)),
                row.getString("tags"),
                schema.decks().getOrDefault(row.getLong("did"), ""),
                row.getInt("cards"));
    }

    private static boolean startsWithMagic(byte[] bytes) {
        return Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static UnreadableFile damaged(SQLException e) {
        return new UnreadableFile("The package's collection is a damaged database.", e);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }
}
