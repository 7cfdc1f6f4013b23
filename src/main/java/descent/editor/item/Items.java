package descent.editor.item;

import descent.course.Courses;
import descent.course.Publishing;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.course.material.Lesson;
import descent.course.yaml.ItemList;
import descent.editor.AuthorTexts;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.form.Known;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A list of items as its author has it. */
@ApplicationScoped
class Items {
    private final Parts parts;
    private final AuthorTexts texts;
    private final Courses courses;
    private final Publishing publishing;

    Items(Parts parts, AuthorTexts texts, Courses courses, Publishing publishing) {
        this.parts = parts;
        this.texts = texts;
        this.courses = courses;
        this.publishing = publishing;
    }

    /**
     * @param course its title
     * @param known what there is to choose of
     * @param lesson that the list belongs to; nothing for what is the course's, and for a lesson
     *     that is hidden
     */
    record Listed(
            PartPath part,
            String course,
            ItemKind kind,
            AuthorTexts.Text text,
            ItemList list,
            Known known,
            Optional<Lesson> lesson) {
        /** The page of all items of the kind. */
        public String url() {
            return part.itemsUrl() + "?kind=" + kind.key();
        }

        /** The page of one. */
        public String url(String id) {
            return "%s?kind=%s&id=%s".formatted(part.itemUrl(), kind.key(), id);
        }

        /**
         * @throws Problem 404 when there is no such item
         */
        Map<String, Object> item(String id) {
            return Optional.ofNullable(list.trees().get(id))
                    .orElseThrow(() -> Problem.notFound(kind.words() + " of this id"));
        }
    }

    /**
     * @param key of the kind; empty for the first of the file
     * @throws Problem 404 where there are no items, 409 when they do not stand on lines of their
     *     own
     */
    Listed of(String course, String name, String key, UUID author) {
        var part = parts.at(course, name);
        var kind =
                ItemKind.of(part).stream()
                        .filter(each -> key.isEmpty() || each.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("list of this name"));
        var text = texts.of(part, author);
        var list =
                kind.read(part, text.text())
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "%s is broken, or no plain list with each item on lines of its own: edit it as text."
                                                .formatted(part.name())));
        // The catalogue is of none.
        var whole = courses.find(part.course());
        var folder = part.course() + "/" + part.folder();
        var lesson =
                whole.stream()
                        .flatMap(each -> each.lessons().stream())
                        .filter(each -> each.folder().equals(folder))
                        .findFirst();
        var known = whole.map(each -> Known.of(each, lesson)).orElse(Known.NOTHING);
        return new Listed(part, parts.title(part), kind, text, list, known, lesson);
    }

    /** Makes another text the author's draft. */
    void keep(Listed before, String text, UUID author) {
        texts.keep(before.text(), text, author);
    }

    /** What the check says of an item of a draft; what is published has passed it. */
    List<Finding> findings(Listed listed, String id) {
        if (!listed.text().draft()) {
            return List.of();
        }
        var part = listed.part();
        var text = Map.of(part.path(), Optional.of(bytes(listed)));
        return publishing.check(part.course(), text).stream()
                .filter(finding ->
                        finding.file().equals(part.path())
                                && listed.list().holds(id, finding.line()))
                .toList();
    }

    /** The course as it would be with the author's text of the list. */
    Course draft(Listed listed) {
        return publishing.preview(
                listed.part().course(), Map.of(listed.part().path(), Optional.of(bytes(listed))));
    }

    private byte[] bytes(Listed listed) {
        return AuthoredText.encode(listed.text().text(), parts.bytes(listed.part()));
    }
}
