package descent.exchange.anki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.exchange.card.CardNote;
import descent.shared.text.Html;
import descent.shared.text.Links;
import descent.shared.text.Prose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sqlite.SQLiteConnection;

/** Writes notes into a collection of schema 11, which every version of Anki imports. */
final class CollectionWriter {
    private static final long DEFAULT_DECK = 1;
    private static final long FIRST_DECK = 1_795_000_100_000L;
    private static final Pattern GAP = Pattern.compile("\\{\\{c(\\d{1,3})::");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ONE_PARAGRAPH = Pattern.compile("(?s)<p>((?:(?!<p>).)*)</p>\\s*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TABLES =
            List.of(
                    """
                    create table col (id integer primary key, crt integer not null,
                      mod integer not null, scm integer not null, ver integer not null,
                      dty integer not null, usn integer not null, ls integer not null,
                      conf text not null, models text not null, decks text not null,
                      dconf text not null, tags text not null)\
                    """,
                    """
                    create table notes (id integer primary key, guid text not null,
                      mid integer not null, mod integer not null, usn integer not null,
                      tags text not null, flds text not null, sfld integer not null,
                      csum integer not null, flags integer not null, data text not null)\
                    """,
                    """
                    create table cards (id integer primary key, nid integer not null,
                      did integer not null, ord integer not null, mod integer not null,
                      usn integer not null, type integer not null, queue integer not null,
                      due integer not null, ivl integer not null, factor integer not null,
                      reps integer not null, lapses integer not null, left integer not null,
                      odue integer not null, odid integer not null, flags integer not null,
                      data text not null)\
                    """,
                    """
                    create table revlog (id integer primary key, cid integer not null,
                      usn integer not null, ease integer not null, ivl integer not null,
                      lastIvl integer not null, factor integer not null, time integer not null,
                      type integer not null)\
                    """,
                    "create table graves (usn integer not null, oid integer not null, type integer not null)",
                    "create index ix_notes_usn on notes (usn)",
                    "create index ix_cards_usn on cards (usn)",
                    "create index ix_revlog_usn on revlog (usn)",
                    "create index ix_cards_nid on cards (nid)",
                    "create index ix_cards_sched on cards (did, queue, due)",
                    "create index ix_revlog_cid on revlog (cid)",
                    "create index ix_notes_csum on notes (csum)");

    private final Links links;
    private final Instant now;
    private final Map<String, Long> deckIds = new LinkedHashMap<>();

    CollectionWriter(Links links, Instant now) {
        this.links = links;
        this.now = now;
    }

    /**
     * @param notes by an id that stays: a later import of the same note updates it
     */
    byte[] write(SequencedMap<String, CardNote> notes) {
        new TreeSet<>(notes.values().stream().map(CardNote::deck).toList())
                .forEach(deck ->
                        deckIds.put(
                                deck, deck.isEmpty() ? DEFAULT_DECK : FIRST_DECK + deckIds.size()));
        try (var database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            database.setAutoCommit(false);
            try (var statement = database.createStatement()) {
                for (var table : TABLES) {
                    statement.executeUpdate(table);
                }
            }
            writeCol(database);
            writeNotes(database, notes);
            database.commit();
            return database.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a collection in memory", e);
        }
    }

    private void writeCol(Connection database) throws SQLException, JsonProcessingException {
        var models = new LinkedHashMap<String, Object>();
        for (var type : NoteTypes.values()) {
            models.put(String.valueOf(type.id()), type.json(now.getEpochSecond()));
        }
        var decks = new LinkedHashMap<String, Object>();
        decks.put(String.valueOf(DEFAULT_DECK), deck(DEFAULT_DECK, "Default"));
        deckIds.forEach((name, id) -> {
            if (id != DEFAULT_DECK) {
                decks.put(String.valueOf(id), deck(id, name));
            }
        });
        try (var insert =
                database.prepareStatement(
                        "insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")) {
            insert.setLong(1, now.getEpochSecond());
            insert.setLong(2, now.toEpochMilli());
            insert.setLong(3, now.toEpochMilli());
            insert.setString(
                    4,
                    JSON.writeValueAsString(
                            Map.of("nextPos", 1, "curDeck", 1, "activeDecks", List.of(1))));
            insert.setString(5, JSON.writeValueAsString(models));
            insert.setString(6, JSON.writeValueAsString(decks));
            insert.setString(7, JSON.writeValueAsString(Map.of("1", options())));
            insert.executeUpdate();
        }
    }

    private Map<String, Object> deck(long id, String name) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("name", name);
        json.put("desc", "");
        json.put("mod", now.getEpochSecond());
        json.put("usn", -1);
        json.put("conf", 1);
        json.put("dyn", 0);
        json.put("collapsed", false);
        json.put("browserCollapsed", false);
        json.put("extendNew", 0);
        json.put("extendRev", 0);
        for (var counter : List.of("newToday", "revToday", "lrnToday", "timeToday")) {
            json.put(counter, List.of(0, 0));
        }
        return json;
    }

    /** The preset that decks must have; Anki puts its own defaults where these are empty. */
    private static Map<String, Object> options() {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", 1);
        json.put("name", "Default");
        json.put("mod", 0);
        json.put("usn", 0);
        json.put("maxTaken", 60);
        json.put("autoplay", true);
        json.put("timer", 0);
        json.put("new", Map.of());
        json.put("rev", Map.of());
        json.put("lapse", Map.of());
        return json;
    }

    private void writeNotes(Connection database, SequencedMap<String, CardNote> notes)
            throws SQLException {
        try (var note =
                        database.prepareStatement(
                                "insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
                var card =
                        database.prepareStatement(
                                "insert into cards values (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")) {
            long id = now.toEpochMilli();
            int position = 0;
            for (var entry : notes.entrySet()) {
                writeNote(note, id, entry.getKey(), entry.getValue());
                position++;
                int ordinal = 0;
                for (int gap : ordinals(entry.getValue())) {
                    card.setLong(1, id + ordinal++);
                    card.setLong(2, id);
                    card.setLong(3, deckIds.getOrDefault(entry.getValue().deck(), DEFAULT_DECK));
                    card.setInt(4, gap);
                    card.setLong(5, now.getEpochSecond());
                    card.setInt(6, position);
                    card.addBatch();
                }
                id += ordinal;
            }
            note.executeBatch();
            card.executeBatch();
        }
    }

    private void writeNote(PreparedStatement insert, long id, String key, CardNote note)
            throws SQLException {
        var front = html(note.front());
        var plain = TAG.matcher(front).replaceAll("");
        insert.setLong(1, id);
        insert.setString(2, key);
        insert.setLong(3, NoteTypes.of(note.kind()).id());
        insert.setLong(4, now.getEpochSecond());
        insert.setString(5, note.tags().isEmpty() ? "" : " " + String.join(" ", note.tags()) + " ");
        insert.setString(6, front + Collection.SEPARATOR + html(note.back()));
        insert.setString(7, plain);
        insert.setLong(8, checksum(plain));
        insert.addBatch();
    }

    private static List<Integer> ordinals(CardNote note) {
        return switch (note.kind()) {
            case BASIC -> List.of(0);
            case REVERSED -> List.of(0, 1);
            case CLOZE ->
                    new ArrayList<>(
                            new TreeSet<>(
                                    GAP.matcher(note.front())
                                            .results()
                                            .map(gap -> Integer.parseInt(gap.group(1)) - 1)
                                            .filter(ordinal -> ordinal >= 0)
                                            .toList()));
        };
    }

    /** Our Markdown as Anki's HTML: formulas for its MathJax. */
    private String html(String markdown) {
        var html =
                Prose.of(markdown)
                        .render((tex, display) -> new Html(mathJax(tex, display)), links)
                        .text()
                        .strip();
        var one = ONE_PARAGRAPH.matcher(html);
        return one.matches() ? one.group(1) : html;
    }

    private static String mathJax(String tex, boolean display) {
        var escaped = tex.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return display ? "\\[" + escaped + "\\]" : "\\(" + escaped + "\\)";
    }

    /** The first 32 bits of the SHA-1 of a field without its tags: Anki finds duplicates by it. */
    private static long checksum(String plain) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(plain.getBytes(StandardCharsets.UTF_8));
            return IntStream.range(0, 4)
                    .mapToLong(i -> digest[i] & 0xffL)
                    .reduce(0, (a, b) -> a << 8 | b);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
