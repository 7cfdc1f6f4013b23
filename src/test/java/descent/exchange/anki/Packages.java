package descent.exchange.anki;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sqlite.Collation;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/** Packages made by hand, good and bad ones. */
final class Packages {
    static final byte[] PNG = "not really a picture".getBytes(StandardCharsets.UTF_8);

    private Packages() {}

    static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As older versions write them: types and decks in JSON. */
    static byte[] older(String... statements) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("collection.anki2", database(statements));
        files.put("media", "{\"0\": \"valley one.png\"}".getBytes(StandardCharsets.UTF_8));
        files.put("0", PNG);
        return zip(files);
    }

    /** As versions of today write them: types and decks in tables, everything in Zstandard. */
    static byte[] todays(String... statements) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("meta", new byte[] {8, 3});
        files.put("collection.anki2", database("create table stub (please text)"));
        files.put("collection.anki21b", Zstd.compress(database(statements)));
        var entry = field(1, "valley one.png".getBytes(StandardCharsets.UTF_8));
        files.put("media", Zstd.compress(field(1, entry)));
        files.put("0", Zstd.compress(PNG));
        return zip(files);
    }

    static byte[] database(String... statements) {
        try (var database = new JDBC().connect("jdbc:sqlite::memory:", new Properties());
                var statement = database.createStatement()) {
            Collation.create(
                    database,
                    "unicase",
                    new Collation() {
                        @Override
                        protected int xCompare(String a, String b) {
                            return a.compareToIgnoreCase(b);
                        }
                    });
            for (var sql : statements) {
                statement.executeUpdate(sql);
            }
            return database.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static final List<String> OLDER_TABLES =
            List.of(
                    "create table col (id integer primary key, ver integer, models text, decks text)",
                    "create table notes (id integer primary key, guid text, mid integer, tags text, flds text)",
                    "create table cards (id integer primary key, nid integer, did integer, ord integer)",
                    """
                    insert into col values (1, 11, '{
                      "10": {"name": "Basic", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}],
                             "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}]},
                      "11": {"name": "Both", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}],
                             "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{Back}}"}, {"qfmt": "{{Back}}", "afmt": "{{Front}}"}]},
                      "12": {"name": "Cloze", "type": 1, "flds": [{"name": "Text"}, {"name": "Extra"}],
                             "tmpls": [{"qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}{{Extra}}"}]},
                      "13": {"name": "Vocabulary", "type": 0,
                             "flds": [{"name": "No"}, {"name": "Word"}, {"name": "Meaning"}, {"name": "Hint"}],
                             "tmpls": [{"qfmt": "{{Word}} {{#Hint}}{{Hint}}{{/Hint}}", "afmt": "{{FrontSide}} {{type:Meaning}}"}]},
                      "14": {"name": "Image Occlusion", "type": 1, "originalStockKind": 6,
                             "flds": [{"name": "Occlusion"}], "tmpls": []}
                    }', '{"1": {"name": "Default"}, "2": {"name": "Networks::Descent"}}')\
                    """);

    static final List<String> TODAYS_TABLES =
            List.of(
                    "create table col (id integer primary key, ver integer, models text, decks text)",
                    "insert into col values (1, 18, '', '')",
                    "create table notes (id integer primary key, guid text, mid integer, tags text, flds text)",
                    "create table cards (id integer primary key, nid integer, did integer, ord integer)",
                    "create table notetypes (id integer not null primary key, name text not null collate unicase, config blob not null)",
                    "create unique index idx_notetypes_name on notetypes (name)",
                    "create table fields (ntid integer not null, ord integer not null, name text not null collate unicase, config blob not null, primary key (ntid, ord)) without rowid",
                    "create table templates (ntid integer not null, ord integer not null, name text not null collate unicase, config blob not null, primary key (ntid, ord)) without rowid",
                    "create table decks (id integer primary key not null, name text not null collate unicase)",
                    "insert into notetypes values (10, 'Basic', x''), (12, 'Cloze', x'0801')",
                    "insert into fields values (10, 1, 'Back', x''), (10, 0, 'Front', x''), (12, 0, 'Text', x''), (12, 1, 'Extra', x'')",
                    "insert into templates values (10, 0, 'Card 1', x'"
                            + hex("{{Front}}", "{{FrontSide}}{{Back}}")
                            + "'), (12, 0, 'Cloze', x'"
                            + hex("{{cloze:Text}}", "{{cloze:Text}}{{Extra}}")
                            + "')",
                    "insert into decks values (1, 'Default'), (2, 'Networks' || char(31) || 'Descent')");

    private static String hex(String question, String answer) {
        var format = java.util.HexFormat.of();
        return format.formatHex(field(1, question.getBytes(StandardCharsets.UTF_8)))
                + format.formatHex(field(2, answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** A field of a message of Protocol Buffers, shorter than 128 bytes. */
    private static byte[] field(int number, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(number << 3 | 2);
        bytes.write(content.length);
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }
}
