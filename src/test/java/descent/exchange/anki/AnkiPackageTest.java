package descent.exchange.anki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.exchange.card.CardFile;
import descent.exchange.card.CardNote;
import descent.exchange.card.CardNote.Kind;
import descent.exchange.card.UnreadableFile;
import descent.shared.Sha256;
import descent.shared.text.Links;
import descent.shared.text.Prose;
import descent.testing.SecondLane;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SecondLane
class AnkiPackageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void olderPackage() {
        var file =
                read(
                        older(
                                note(1, 10, " one two ", "Front", "<b>Back</b>", 1),
                                note(2, 11, "", "term", "definition", 2),
                                note(3, 12, "", "{{c1::a}} and {{c2::b}}", "extra", 2),
                                note(4, 13, "", "7~mot", "word~hint", 1)
                                        .replace("~", "'||char(31)||'")));
        assertEquals(
                List.of(
                        new CardNote(
                                Kind.BASIC,
                                "Front",
                                "**Back**",
                                List.of("one", "two"),
                                "Networks::Descent"),
                        new CardNote(
                                Kind.REVERSED,
                                "term",
                                "definition",
                                List.of(),
                                "Networks::Descent"),
                        new CardNote(
                                Kind.CLOZE,
                                "{{c1::a}} and {{c2::b}}",
                                "extra",
                                List.of(),
                                "Networks::Descent"),
                        new CardNote(
                                Kind.BASIC, "mot\n\nhint", "word", List.of(), "Networks::Descent")),
                file.notes());
        assertEquals(List.of(), file.remarks());
    }

    @Test
    void packageOfToday() {
        var tables = new ArrayList<>(Packages.TODAYS_TABLES);
        tables.addAll(
                List.of(
                        note(1, 10, "", "What is \\(x\\)?", "<img src=\"valley%20one.png\">", 1)
                                .split(";")));
        var file = read(Packages.todays(tables.toArray(String[]::new)));
        var sha256 = Sha256.of(Packages.PNG);
        assertEquals(
                List.of(
                        new CardNote(
                                Kind.BASIC,
                                "What is $x$?",
                                "![valley one](picture:" + sha256 + ")",
                                List.of(),
                                "Networks::Descent")),
                file.notes());
        assertArrayEquals(Packages.PNG, file.pictures().get(sha256));
    }

    @Test
    void whatBecomesNoNoteIsCountedWithItsReason() {
        var file =
                read(
                        older(
                                note(1, 10, "", "only a front", "", 1),
                                note(2, 10, "", "", "only a back", 1),
                                note(3, 12, "", "no gap", "", 1),
                                note(4, 14, "", "{{c1::image-occlusion:rect}}", "", 1),
                                note(5, 10, "", "[sound:a.mp3]<img src=gone.png>word", "back", 1),
                                note(6, 10, "", "x".repeat(10_001), "back", 1)));
        assertEquals(List.of("word"), file.notes().stream().map(CardNote::front).toList());
        assertEquals(
                List.of(
                        "Notes left out, since a side is empty: 2",
                        "Notes left out, since a cloze text has no gap: 1",
                        "Notes left out, since they ask for covered parts of a picture: 1",
                        "Sounds left out: 1",
                        "Pictures left out, since the package lacks them: 1",
                        "Notes left out, since a side has more than 10,000 characters: 1"),
                file.remarks());
    }

    @Test
    void writtenPackageReadsAsItWas() {
        var notes = new LinkedHashMap<String, CardNote>();
        notes.put(
                "a",
                new CardNote(
                        Kind.BASIC,
                        "What is $a_1 < b$?",
                        "**Bold**, *italic* and `code`.",
                        List.of("tag", "other"),
                        ""));
        notes.put(
                "b",
                new CardNote(Kind.REVERSED, "one\n\ntwo", "- x\n- y", List.of(), "Deep::Nets"));
        notes.put(
                "c",
                new CardNote(
                        Kind.CLOZE,
                        "{{c1::$1 - \\eta a$}} and {{c3::b::hint}}",
                        "",
                        List.of(),
                        "Deep::Nets"));
        notes.put("d", new CardNote(Kind.BASIC, "![p](picture:p.png)", "2 \\* 3", List.of(), ""));
        var written = AnkiPackage.write(notes, links(), Map.of("p.png", Packages.PNG), NOW);
        var file = read(written);
        var expected = new ArrayList<>(notes.values());
        expected.set(
                0,
                new CardNote(
                        Kind.BASIC,
                        "What is $a_1 < b$?",
                        "**Bold**, *italic* and `code`.",
                        List.of("tag", "other"),
                        "Default"));
        expected.set(
                3,
                new CardNote(
                        Kind.BASIC,
                        "![p](picture:" + Sha256.of(Packages.PNG) + ")",
                        "2 \\* 3",
                        List.of(),
                        "Default"));
        assertEquals(expected, file.notes());
        assertEquals(List.of(), file.remarks());
    }

    /** What Markdown is made of, and what only looks like it. */
    private static final List<String> PIECES =
            List.of(
                    "word",
                    "**bold**",
                    "*slanted*",
                    "`a < b`",
                    "$a_1 < b$",
                    "\n\n",
                    "\n- item\n- other\n\n",
                    "[there](https://example.org/a?b=c&d=e)",
                    "x & y",
                    "a > b",
                    "2 \\* 3",
                    "snake_case",
                    "\"quoted\"",
                    "50%",
                    "naïve",
                    "漢字",
                    "😀");

    private static String text(Random random, String start) {
        var words = new StringBuilder(start);
        for (int i = random.nextInt(6); i > 0; i--) {
            words.append(' ').append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return words.toString();
    }

    /** Nothing is lost on the way out and in, and a second journey changes nothing any more. */
    @Test
    void whatWasUnderstoodIsUnderstoodAgain() {
        var random = new Random(7);
        var notes = new ArrayList<CardNote>();
        for (int i = 0; i < 300; i++) {
            var kind = Kind.values()[i % 3];
            var start = kind == Kind.CLOZE ? "A {{c1::gap}}" : "Front";
            var tags = List.of("t" + i);
            notes.add(
                    new CardNote(
                            kind, text(random, start), text(random, "Back"), tags, "D::" + i % 4));
        }
        var once = read(written(notes)).notes();
        for (int i = 0; i < notes.size(); i++) {
            var before = notes.get(i);
            var after = once.get(i);
            assertEquals(before.kind(), after.kind());
            assertEquals(before.tags(), after.tags());
            assertEquals(before.deck(), after.deck());
            assertEquals(words(before.front()), words(after.front()), before.front());
            assertEquals(words(before.back()), words(after.back()), before.back());
        }
        assertEquals(once, read(written(once)).notes());
    }

    private static byte[] written(List<CardNote> notes) {
        var byId = new LinkedHashMap<String, CardNote>();
        notes.forEach(note -> byId.put("n" + byId.size(), note));
        return AnkiPackage.write(byId, links(), Map.of(), NOW);
    }

    /** What is read of it, however it is laid out. */
    private static String words(String markdown) {
        return Prose.of(markdown).plainText().replaceAll("\\s+", " ").strip();
    }

    @Test
    void writtenCardsAreOneForEachSideAndGap() throws Exception {
        var notes = new LinkedHashMap<String, CardNote>();
        notes.put("a", new CardNote(Kind.BASIC, "f", "b", List.of(), ""));
        notes.put("b", new CardNote(Kind.REVERSED, "f", "b", List.of(), ""));
        notes.put(
                "c", new CardNote(Kind.CLOZE, "{{c1::x}} {{c3::y}} {{c1::z}}", "", List.of(), ""));
        var database = new CollectionWriter(Links.plain(), NOW).write(notes);
        assertEquals(
                List.of("a 0", "b 0", "b 1", "c 0", "c 2"),
                query(
                        database,
                        "select n.guid || ' ' || c.ord from cards c join notes n on n.id = c.nid order by c.id"));
        // The first 32 bits of the SHA-1 of "f", from `printf f | sha1sum`.
        assertEquals(
                List.of(String.valueOf(0x4a0a19218e08L >>> 16)),
                query(database, "select csum from notes where guid = 'a'"));
    }

    @Test
    void collectionPassesTheIntegrityCheckOfSqlite() throws Exception {
        var database = new CollectionWriter(Links.plain(), NOW).write(new LinkedHashMap<>());
        assertEquals(List.of("ok"), query(database, "pragma integrity_check"));
        assertEquals(List.of("11"), query(database, "select ver from col"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.txt",
                "/etc/passwd",
                "C:\\evil",
                "a/b",
                "..",
                ".hidden",
                "a\u0000b",
                "x\r\ny"
            })
    void pathInANameRefusesTheWholePackage(String name) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("collection.anki2", Packages.database(tables()));
        files.put(name, new byte[] {1});
        assertRefused("with a path in its name", Packages.zip(files));
    }

    @Test
    void bombIsStoppedWhileItIsRead() {
        var bomb = Packages.zip(Map.of("collection.anki2", new byte[80 * 1024 * 1024]));
        assertTrue(bomb.length < 1_000_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertRefused("unpacks to more than", bomb));
    }

    @Test
    void bombInZstandardIsStoppedWhileItIsRead() {
        var bomb =
                Packages.zip(
                        Map.of(
                                "collection.anki21b",
                                com.github.luben.zstd.Zstd.compress(new byte[80 * 1024 * 1024])));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertRefused("unpacks to more than", bomb));
    }

    @Test
    void tooManyFilesAreRefused() {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5_001; i++) {
            files.put(String.valueOf(i), new byte[0]);
        }
        assertRefused("more than 5,000 files", Packages.zip(files));
    }

    @Test
    void notAPackage() {
        assertRefused("no zip file", new byte[0]);
        assertRefused("no zip file", "front\tback".getBytes(StandardCharsets.UTF_8));
        assertRefused("holds no collection", Packages.zip(Map.of("readme", new byte[3])));
        assertRefused("no SQLite database", Packages.zip(Map.of("collection.anki2", new byte[3])));
        assertRefused("damaged", Packages.zip(Map.of("collection.anki21b", new byte[30])));
    }

    @Test
    void brokenDatabaseIsRefusedWhole() {
        var sound = Packages.database(tables(note(1, 10, "", "front", "back", 1)));
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var broken = sound.clone();
            for (int k = 0; k < 1 + i % 50; k++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            readOrRefuse(Packages.zip(Map.of("collection.anki2", broken)));
            readOrRefuse(
                    Packages.zip(
                            Map.of(
                                    "collection.anki2",
                                    Arrays.copyOf(sound, random.nextInt(sound.length)))));
        }
    }

    @Test
    void brokenPackageOfTodayIsRefusedWhole() {
        var tables =
                Stream.concat(
                        Packages.TODAYS_TABLES.stream(),
                        Stream.of(note(1, 10, "", "a", "b", 1).split(";")));
        var sound = Packages.todays(tables.toArray(String[]::new));
        var random = new Random(6);
        for (int i = 0; i < 300; i++) {
            var broken = sound.clone();
            for (int k = 0; k < 1 + i % 20; k++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            readOrRefuse(broken);
        }
    }

    @Test
    void viewThatComputesForEverIsNotEvenAsked() {
        assertRefused(
                "lacks the table notes",
                Packages.older(
                        "create table col (ver, models, decks)",
                        "create table cards (id, nid, did)",
                        "create view notes as with recursive n(id) as (select 1 union all select id + 1 from n) select id, 1 as mid, '' as tags, '' as flds from n"));
    }

    @Test
    void tablesWithOtherColumnsAreRefused() {
        assertRefused(
                "damaged database",
                Packages.older(
                        "create table col (ver, models, decks)",
                        "insert into col values (11, '{}', '{}')",
                        "create table cards (x)",
                        "create table notes (x)",
                        "insert into notes values (1)"));
        assertRefused(
                "note types cannot be read",
                Packages.older(
                        "create table col (ver, models, decks)",
                        "insert into col values (11, '{\"x\":', '{}')",
                        "create table cards (id, nid, did)",
                        "create table notes (id, mid, flds, tags)"));
        assertRefused(
                "of a type that it does not hold", older(note(1, 99, "", "front", "back", 1)));
    }

    @Test
    void moreNotesThanOneFileMayHoldAreRefused() {
        assertRefused(
                "holds 5,001 notes",
                older(
                        """
                        with recursive n(i) as (select 1 union all select i + 1 from n where i < 5001)
                        insert into notes select i, i, 10, '', 'a' || char(31) || 'b' from n\
                        """));
    }

    private static Links links() {
        return destination ->
                new Links.Target.Anchor(destination.replaceFirst("^picture:", ""), "", "");
    }

    /** The statements that put a note with so many cards into the deck 2. */
    private static String note(
            int id, int type, String tags, String front, String back, int cards) {
        var sql =
                new StringBuilder(
                        "insert into notes values (%d, 'g%d', %d, '%s', '%s' || char(31) || '%s')"
                                .formatted(id, id, type, tags, front, back));
        for (int i = 0; i < cards; i++) {
            sql.append(";insert into cards values (%d, %d, 2, %d)".formatted(id * 100 + i, id, i));
        }
        return sql.toString();
    }

    private static String[] tables(String... notes) {
        return Stream.concat(
                        Packages.OLDER_TABLES.stream(),
                        Stream.of(notes).flatMap(note -> Stream.of(note.split(";"))))
                .toArray(String[]::new);
    }

    private static byte[] older(String... notes) {
        return Packages.older(tables(notes));
    }

    private static CardFile read(byte[] bytes) {
        return AnkiPackage.read(bytes);
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            read(bytes);
        } catch (UnreadableFile e) {
            assertTrue(e.reason().endsWith("."));
        }
    }

    private static void assertRefused(String reason, byte[] bytes) {
        var refusal = assertThrows(UnreadableFile.class, () -> read(bytes));
        assertTrue(refusal.reason().contains(reason), refusal::reason);
    }

    private static List<String> query(byte[] bytes, String sql) throws Exception {
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite::memory:")) {
            database.unwrap(org.sqlite.SQLiteConnection.class).deserialize("main", bytes);
            var found = new ArrayList<String>();
            try (var rows = database.createStatement().executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
