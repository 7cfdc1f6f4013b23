package descent.exchange.anki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.exchange.anki.NoteType.Template;
import descent.exchange.card.UnreadableFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The note types and the names of the decks of a collection, by their ids. */
record CollectionSchema(Map<Long, NoteType> types, Map<Long, String> decks) {
    /** Anki's number for its own type of pictures with covered parts. */
    private static final int COVERED = 6;

    /** Up to this version types and decks are JSON in the only row of the table {@code col}. */
    private static final int LAST_IN_JSON = 11;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @throws UnreadableFile when they are not as Anki writes them
     */
    static CollectionSchema of(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select ver, models, decks from col")) {
            if (!row.next()) {
                throw new UnreadableFile("The package's collection is empty.");
            }
            return row.getInt(1) <= LAST_IN_JSON
                    ? inJson(JSON.readTree(row.getString(2)), JSON.readTree(row.getString(3)))
                    : new CollectionSchema(typesInTables(database), decksInTable(database));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnreadableFile("The package's note types cannot be read.", e);
        }
    }

    private static CollectionSchema inJson(JsonNode models, JsonNode decks) {
        var types = new HashMap<Long, NoteType>();
        for (var model : models.properties()) {
            types.put(Long.valueOf(model.getKey()), type(model.getValue()));
        }
        var names = new HashMap<Long, String>();
        for (var deck : decks.properties()) {
            names.put(Long.valueOf(deck.getKey()), deck.getValue().path("name").asText());
        }
        return new CollectionSchema(types, names);
    }

    private static NoteType type(JsonNode model) {
        var fields = new ArrayList<String>();
        model.path("flds").forEach(field -> fields.add(field.path("name").asText()));
        var templates = new ArrayList<Template>();
        for (var template : model.path("tmpls")) {
            templates.add(
                    new Template(template.path("qfmt").asText(), template.path("afmt").asText()));
        }
        boolean covered = model.path("originalStockKind").asInt() == COVERED;
        return new NoteType(model.path("type").asInt() == 1, covered, fields, templates);
    }

    /** The numbers of the fields are those of Anki's notetypes.proto. */
    private static Map<Long, NoteType> typesInTables(Connection database) throws SQLException {
        Collection.requireTables(database, "notetypes", "fields", "templates");
        var fields = new HashMap<Long, List<String>>();
        var templates = new HashMap<Long, List<Template>>();
        var types = new HashMap<Long, NoteType>();
        try (var statement = database.createStatement();
                var names =
                        statement.executeQuery(
                                "select ntid, coalesce(name, '') from fields order by ntid, ord")) {
            while (names.next()) {
                fields.computeIfAbsent(names.getLong(1), _ -> new ArrayList<>())
                        .add(names.getString(2));
            }
        }
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                "select ntid, coalesce(config, x'') from templates order by ntid, ord")) {
            while (rows.next()) {
                var config = Protobuf.parse(rows.getBytes(2));
                templates
                        .computeIfAbsent(rows.getLong(1), _ -> new ArrayList<>())
                        .add(new Template(config.text(1), config.text(2)));
            }
        }
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery("select id, coalesce(config, x'') from notetypes")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                var config = Protobuf.parse(rows.getBytes(2));
                types.put(
                        id,
                        new NoteType(
                                config.number(1) == 1,
                                config.number(9) == COVERED,
                                fields.getOrDefault(id, List.of()),
                                templates.getOrDefault(id, List.of())));
            }
        }
        return types;
    }

    private static Map<Long, String> decksInTable(Connection database) throws SQLException {
        Collection.requireTables(database, "decks");
        var names = new HashMap<Long, String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select id, coalesce(name, '') from decks")) {
            while (rows.next()) {
                names.put(rows.getLong(1), rows.getString(2).replace(Collection.SEPARATOR, "::"));
            }
        }
        return names;
    }
}
