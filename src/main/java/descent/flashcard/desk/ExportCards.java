package descent.flashcard.desk;

import descent.course.CourseLinks;
import descent.course.material.Course;
import descent.exchange.anki.AnkiPackage;
import descent.exchange.card.CardFile;
import descent.exchange.card.CardNote;
import descent.exchange.card.CardTable;
import descent.flashcard.deck.Note;
import descent.flashcard.own.OwnPictures;
import descent.flashcard.own.OwnPictures.Picture;
import descent.flashcard.study.CardBox.BoxCard;
import descent.flashcard.study.CardBoxes;
import descent.shared.text.Links;
import descent.shared.text.Links.Target;
import descent.shared.web.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes notes for other programs: content alone, nothing of a schedule. */
@ApplicationScoped
class ExportCards {
    private final CardBoxes boxes;
    private final OwnPictures pictures;
    private final Addresses addresses;
    private final Clock clock;

    ExportCards(CardBoxes boxes, OwnPictures pictures, Addresses addresses, Clock clock) {
        this.boxes = boxes;
        this.pictures = pictures;
        this.addresses = addresses;
        this.clock = clock;
    }

    String tsv(UUID person, Course course, boolean own) {
        return CardTable.write(
                notes(person, course, own).stream().map(note -> named(note, course)).toList());
    }

    byte[] apkg(UUID person, Course course, boolean own) {
        var notes = new LinkedHashMap<String, CardNote>();
        notes(person, course, own)
                .forEach(note ->
                        notes.put(course.id() + "." + key(note, person), named(note, course)));
        var texts =
                notes.values().stream()
                        .map(note -> note.front() + "\n" + note.back())
                        .collect(Collectors.joining("\n"));
        var named = pictures.named(person, texts);
        return AnkiPackage.write(notes, links(course, named), files(named), clock.instant());
    }

    /** Ids of own notes are unique in this database, not in the world. */
    private static String key(Note note, UUID person) {
        return note.deck().isOwn() ? person + "." + note.id() : note.id();
    }

    private List<Note> notes(UUID person, Course course, boolean own) {
        return boxes.open(person, course).cards().stream()
                .map(BoxCard::note)
                .filter(note -> !own || note.deck().isOwn())
                .distinct()
                .toList();
    }

    /** Decks of other programs have the course above them. */
    private static CardNote named(Note note, Course course) {
        var content = note.content();
        var deck = (course.title() + "::" + note.deck().title()).replace("\n", " ");
        return new CardNote(
                content.kind(),
                content.front(),
                content.back(),
                content.tags(),
                note.deck().isOwn() && !content.deck().isEmpty()
                        ? content.deck()
                        : deck.substring(0, Math.min(deck.length(), CardNote.LONGEST_DECK)));
    }

    private Links links(Course course, Map<String, Picture> named) {
        var inCourse = new CourseLinks(course, null);
        return destination ->
                destination.startsWith(CardFile.PICTURE)
                        ? picture(destination.substring(CardFile.PICTURE.length()), named)
                        : absolute(inCourse.resolve(destination));
    }

    private static Target picture(String sha256, Map<String, Picture> named) {
        var picture = named.get(sha256);
        return picture == null
                ? new Target.Missing("This picture is not there")
                : new Target.Anchor(fileName(sha256, picture), "", "");
    }

    private Target absolute(Target target) {
        return switch (target) {
            case Target.Anchor(var href, var style, var hint) ->
                    new Target.Anchor(absolute(href), style, hint);
            case Target.Card(var href) -> new Target.Anchor(absolute(href), "", "");
            case Target.Picture picture -> new Target.Anchor(absolute(picture.src()), "", "");
            case Target.Missing missing -> missing;
        };
    }

    private String absolute(String href) {
        return href.startsWith("/") ? addresses.absolute(href) : href;
    }

    private static Map<String, byte[]> files(Map<String, Picture> named) {
        var files = new HashMap<String, byte[]>();
        named.forEach((sha256, picture) -> files.put(fileName(sha256, picture), picture.bytes()));
        return files;
    }

    private static String fileName(String sha256, Picture picture) {
        return sha256.substring(0, 16) + "." + picture.extension();
    }
}
