package descent.editor.card;

import descent.course.material.Concepts;
import descent.course.material.Concepts.KeyConcept;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Section;
import descent.course.yaml.ItemList;
import descent.editor.AuthorTexts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.card.CardPlan.Row;
import descent.editor.upload.Uploads;
import descent.exchange.anki.CardFiles;
import descent.exchange.card.CardFile;
import descent.exchange.card.CardNote;
import descent.exchange.card.UnreadableFile;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes flashcards of a lesson over from files in two steps: what is in them is shown first. What
 * is chosen becomes the author's draft, which is checked and published like any other.
 */
@ApplicationScoped
class LessonCards {
    /** So many stand on one page, where each can be chosen. */
    static final int MOST_NOTES = 500;

    private final Uploads uploads;
    private final Parts parts;
    private final AuthorTexts texts;

    LessonCards(Uploads uploads, Parts parts, AuthorTexts texts) {
        this.uploads = uploads;
        this.parts = parts;
        this.texts = texts;
    }

    /** Where the cards belong. */
    public record Place(Course course, Lesson lesson) {
        public String url() {
            return "/editor/courses/%s/cards/%s".formatted(course.id(), lesson.id());
        }

        String file() {
            return lesson.folder().substring(course.id().length() + 1) + "/flashcards.yaml";
        }
    }

    /** What cards are about that do not say it by a tag. */
    record About(String concept, String section) {}

    private record Cards(AuthorTexts.Text text, ItemList list) {}

    /**
     * The cards as they go out: their tags say what they are about, so that they come in again.
     * What makes no card stays: the content check tells its author.
     */
    static SequencedMap<String, CardNote> out(Place place) {
        var title = place.lesson().title();
        var deck = title.substring(0, Math.min(title.length(), CardNote.LONGEST_DECK));
        var notes = new LinkedHashMap<String, CardNote>();
        for (var card : place.lesson().cards()) {
            var kind = CardNote.Kind.valueOf(card.kind().name());
            var front = card.front().source().strip();
            var back = card.back().source().strip();
            if (CardNote.isNote(kind, front, back)) {
                var tags = CardNote.tags(card.concept() + " " + card.section());
                notes.put(
                        place.course().id() + "." + card.id(),
                        new CardNote(kind, front, back, tags, deck));
            }
        }
        return notes;
    }

    /**
     * Keeps a file for {@link #plan}.
     *
     * @throws UnreadableFile when nothing of it can be taken over
     */
    UUID keep(UUID author, String fileName, byte[] file) {
        var content = CardFiles.read(file);
        int notes = content.notes().size();
        if (notes == 0 || notes > MOST_NOTES) {
            throw new UnreadableFile(
                    notes == 0
                            ? "There is no note in the file."
                            : "The file has %,d notes: at most %d are taken over at once."
                                    .formatted(notes, MOST_NOTES));
        }
        return uploads.keep(author, fileName, file);
    }

    /**
     * @throws Problem 404 when there is no such file of the author's
     */
    CardPlan plan(Place place, UUID author, UUID id) {
        var upload = uploads.find(author, id);
        var content = CardFiles.read(upload.file);
        return new CardPlan(
                id,
                upload.fileName,
                rows(place, content, cards(place, author).list()),
                content.remarks());
    }

    /**
     * Puts what was chosen into the author's draft. Chosen again, it is there already.
     *
     * @return the draft
     * @throws Problem 400 when nothing is chosen, or the lesson has no such concept or section
     */
    PartPath take(Place place, UUID author, UUID id, List<Integer> chosen, About about) {
        var concepts = concepts(place.lesson());
        var sections = sections(place.lesson());
        if (!concepts.contains(about.concept()) || !sections.contains(about.section())) {
            throw Problem.badRequest("Choose a key concept and a section of the lesson.");
        }
        var before = cards(place, author);
        var content = CardFiles.read(uploads.find(author, id).file);
        var items =
                rows(place, content, before.list()).stream()
                        .filter(row -> row.isTakeable() && chosen.contains(row.number()))
                        .map(row -> item(row, before.list(), concepts, sections, about))
                        .toList();
        if (items.isEmpty()) {
            throw Problem.badRequest("Choose at least one card.");
        }
        texts.keep(before.text(), before.list().with(items), author);
        uploads.drop(author, id);
        return before.text().part();
    }

    private Cards cards(Place place, UUID author) {
        var text = texts.of(parts.at(place.course().id(), place.file()), author);
        var list =
                ItemList.read("cards", text.text())
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "%s is not a plain list with each card on lines of its own: nothing can be put into it."
                                                .formatted(place.file())));
        return new Cards(text, list);
    }

    private static List<Row> rows(Place place, CardFile content, ItemList list) {
        var comparison = new CardComparison(place.course(), place.lesson(), list.trees());
        return content.notes().stream().map(comparison::row).toList();
    }

    private static Map<String, Object> item(
            Row row, ItemList list, Set<String> concepts, Set<String> sections, About about) {
        var note = row.note();
        var item =
                new LinkedHashMap<String, Object>(
                        list.trees()
                                .getOrDefault(
                                        row.card(),
                                        Map.of(
                                                "id", row.card(),
                                                "concept", named(note, concepts, about.concept()),
                                                "section",
                                                        named(note, sections, about.section()))));
        item.put("kind", note.kind().name().toLowerCase(Locale.ROOT));
        item.put("front", note.front().strip());
        item.put("back", note.back().strip());
        return item;
    }

    private static String named(CardNote note, Set<String> known, String otherwise) {
        return note.tags().stream().filter(known::contains).findFirst().orElse(otherwise);
    }

    private static Set<String> concepts(Lesson lesson) {
        return lesson.concepts().list(Concepts::keyConcepts).stream()
                .map(KeyConcept::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> sections(Lesson lesson) {
        return lesson.text().list(LessonText::sections).stream()
                .map(Section::id)
                .collect(Collectors.toSet());
    }
}
