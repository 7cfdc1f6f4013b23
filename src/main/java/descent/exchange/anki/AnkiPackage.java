package descent.exchange.anki;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.exchange.card.CardFile;
import descent.exchange.card.CardNote;
import descent.exchange.card.NoteCollector;
import descent.exchange.card.UnreadableFile;
import descent.exchange.zip.Archive;
import descent.shared.Sha256;
import descent.shared.text.Links;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads and writes Anki's packages ({@code .apkg}): those of today, with a collection compressed by
 * Zstandard, and those that all versions write for older ones. Notes and their pictures are taken
 * over; schedules, styles and sounds are not.
 */
public final class AnkiPackage {
    private static final String TODAYS = "collection.anki21b";
    private static final List<String> OLDER = List.of("collection.anki21", "collection.anki2");
    private static final int LONGEST_FIELD = 40_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Anki's packages have no folders: a name with a path in it is an attack, not a file. */
    private static final Predicate<String> FLAT =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*").asMatchPredicate();

    private final Archive archive;
    private final boolean todays;
    private final Map<String, String> entryByMediaName;
    private final NoteCollector collector = new NoteCollector();

    private AnkiPackage(Archive archive) {
        this.archive = archive;
        this.todays = archive.has(TODAYS);
        this.entryByMediaName = archive.has("media") ? mediaNames() : Map.of();
    }

    /**
     * @throws UnreadableFile when it is no package, or one that means harm: then nothing of it is
     *     taken over
     */
    public static CardFile read(byte[] file) {
        try (var archive = Archive.open(file, "Anki package", FLAT)) {
            return new AnkiPackage(archive).read();
        }
    }

    /**
     * A package that every version of Anki imports.
     *
     * @param notes by an id that stays: a later import of the same note updates it
     * @param links where the links of the notes lead from outside; a picture leads to its name
     * @param pictures by their names
     */
    public static byte[] write(
            SequencedMap<String, CardNote> notes,
            Links links,
            Map<String, byte[]> pictures,
            Instant now) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("collection.anki2"));
            zip.write(new CollectionWriter(links, now).write(notes));
            var names = new LinkedHashMap<String, String>();
            for (var picture : pictures.entrySet()) {
                var number = String.valueOf(names.size());
                names.put(number, picture.getKey());
                zip.putNextEntry(new ZipEntry(number));
                zip.write(picture.getValue());
            }
            zip.putNextEntry(new ZipEntry("media"));
            zip.write(JSON.writeValueAsBytes(names));
        } catch (IOException e) {
            throw new UncheckedIOException("a zip in memory", e);
        }
        return bytes.toByteArray();
    }

    private CardFile read() {
        var name =
                Stream.concat(Stream.of(TODAYS), OLDER.stream())
                        .filter(archive::has)
                        .findFirst()
                        .orElseThrow(() ->
                                new UnreadableFile(
                                        "This is not an Anki package: it holds no collection."));
        try (var collection = Collection.open(archive.read(name, todays))) {
            collection.readNotes(this::note);
        }
        return collector.file();
    }

    private void note(Collection.Note note) {
        if (note.type().covered()) {
            collector.leaveOut("they ask for covered parts of a picture");
            return;
        }
        var sides = note.type().sides(note.fields(), note.cards());
        if (sides.front().length() > LONGEST_FIELD || sides.back().length() > LONGEST_FIELD) {
            collector.leaveOut("a side is too long");
            return;
        }
        collector.add(
                sides.kind(),
                text(sides.front()),
                text(sides.back()),
                CardNote.tags(note.tags()),
                note.deck());
    }

    private String text(String html) {
        return FieldText.of(html, this::picture, () -> collector.lose("Sounds left out"));
    }

    private String picture(String source) {
        var name = Normalizer.normalize(decoded(source), Normalizer.Form.NFC);
        var entry = entryByMediaName.get(name);
        if (entry == null || !archive.has(entry)) {
            collector.lose("Pictures left out, since the package lacks them");
            return "";
        }
        var bytes = archive.read(entry, todays);
        var sha256 = Sha256.of(bytes);
        collector.picture(sha256, bytes);
        var alternative = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^\\w -]", " ");
        return "![%s](%s%s)".formatted(alternative.strip(), CardFile.PICTURE, sha256);
    }

    private static String decoded(String source) {
        try {
            return URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return source;
        }
    }

    /** Files are called by numbers in the package; the file {@code media} says what they are. */
    private Map<String, String> mediaNames() {
        var bytes = archive.read("media", todays);
        var entries = new HashMap<String, String>();
        try {
            if (todays) {
                int position = 0;
                for (var entry : Protobuf.parse(bytes).all(1)) {
                    entries.put(Protobuf.parse(entry).text(1), String.valueOf(position++));
                }
            } else {
                JSON.readTree(bytes)
                        .properties()
                        .forEach(e -> entries.put(e.getValue().asText(), e.getKey()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("The package's list of media cannot be read.", e);
        }
        return entries;
    }
}
