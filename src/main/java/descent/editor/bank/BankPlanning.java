package descent.editor.bank;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.yaml.ItemList;
import descent.course.yaml.WrittenYaml;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.bank.BankRow.Kind;
import descent.exchange.question.TravellingQuestion;
import descent.question.tree.Trees;
import descent.shared.web.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the questions of a file, one after the other, with those of a course. */
final class BankPlanning {
    /** Fields that other programs do not know: a question that comes back keeps its own. */
    private static final List<String> OURS =
            List.of("concept", "section", "difficulty", "cards", "hints");

    /**
     * The lists in a question whose items have ids of ours, and the text by which they are known.
     */
    private static final Map<String, String> WITH_IDS =
            Map.of("options", "text", "items", "text", "pairs", "left");

    private static final Set<String> OF_ITEMS = Set.of("id", "pinned");

    /** What is added begins another file beyond this: one that can still be edited as text. */
    private static final int LONGEST_FILE = 200_000;

    private final Parts parts;
    private final Topic topic;
    private final String folder;
    private PartPath added;
    private int addedTo = 1;
    private int addedLength;
    private final Map<String, PartPath> places = new HashMap<>();
    private final Map<String, BankQuestion> known = new HashMap<>();
    private final Map<PartPath, ItemList> lists = new HashMap<>();
    private final Map<PartPath, Long> bases = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    BankPlanning(Course course, Lesson lesson, Topic topic, Parts parts) {
        this.parts = parts;
        this.topic = topic;
        this.folder = lesson.folder() + "/questions/";
        this.added = PartPath.of(folder + "imported.yaml");
        this.addedLength = parts.text(added).length();
        for (var each : course.lessons()) {
            for (var part : each.questions()) {
                for (var question : part.list(all -> all)) {
                    known.put(question.id(), question);
                    places.put(question.id(), PartPath.of(part.path()));
                }
            }
        }
    }

    /** The list in a file, to be changed item by item. */
    static ItemList list(Parts parts, PartPath part) {
        return ItemList.read("questions", parts.text(part))
                .orElseThrow(() ->
                        Problem.conflict(
                                "%s is not a plain list with each question on lines of its own: nothing can be put into it."
                                        .formatted(part.name())));
    }

    /**
     * A question beside the one of the course.
     *
     * @param item as it would stand in the file
     * @param part the file
     * @param base the revision of the file with which it was compared
     * @param before as the course has it, and {@code after} as it would be; empty for what does not
     *     differ
     */
    record Compared(
            Kind kind,
            TravellingQuestion question,
            Map<String, Object> item,
            PartPath part,
            long base,
            String before,
            String after) {}

    Compared compared(TravellingQuestion sent) {
        var question = withIdOfItsOwn(sent);
        var before = known.get(question.id());
        var item = item(question, before);
        if (before == null) {
            var part = added(WrittenYaml.item(item, 2).length());
            return new Compared(Kind.NEW, question, item, part, base(part), "", "");
        }
        var part = Objects.requireNonNull(places.get(question.id()), question.id());
        return stripped(Trees.copy(before.tree())).equals(stripped(Trees.copy(item)))
                ? new Compared(Kind.SAME, question, item, part, base(part), "", "")
                : new Compared(
                        Kind.CHANGED,
                        question,
                        item,
                        part,
                        base(part),
                        now(part, question.id()),
                        WrittenYaml.item(item, 2));
    }

    private long base(PartPath part) {
        return bases.computeIfAbsent(part, parts::headId);
    }

    /** The file that takes another question of this length. */
    private PartPath added(int length) {
        while (addedLength > 0 && addedLength + length > LONGEST_FILE) {
            addedTo++;
            added = PartPath.of(folder + "imported-%d.yaml".formatted(addedTo));
            addedLength = parts.text(added).length();
        }
        addedLength += length;
        return added;
    }

    private String now(PartPath part, String id) {
        return lists.computeIfAbsent(part, each -> list(parts, each)).item(id);
    }

    /** The second of the same id in one file gets another, and in the same file always the same. */
    private TravellingQuestion withIdOfItsOwn(TravellingQuestion question) {
        if (seen.add(question.id())) {
            return question;
        }
        int n = 2;
        while (!seen.add(question.id() + "-" + n)) {
            n++;
        }
        var tree = new LinkedHashMap<>(question.tree());
        tree.put("id", question.id() + "-" + n);
        return new TravellingQuestion(question.place(), tree, question.remarks());
    }

    private Map<String, Object> item(TravellingQuestion question, @Nullable BankQuestion before) {
        var given = new LinkedHashMap<>(question.tree());
        Map<String, Object> kept = before == null ? Map.of() : before.tree();
        given.replaceAll((field, value) ->
                WITH_IDS.containsKey(field) && kept.get(field) instanceof List<?> old
                        ? withOldIds((List<?>) value, old, WITH_IDS.get(field))
                        : value);
        var otherwise = new HashMap<>(kept);
        otherwise.putIfAbsent("concept", topic.concept());
        otherwise.putIfAbsent("section", topic.section());
        otherwise.putIfAbsent("difficulty", topic.difficulty());
        var item = new LinkedHashMap<String, Object>();
        item.put("id", question.id());
        item.put("type", question.type());
        for (var field : OURS) {
            var value = given.containsKey(field) ? given.get(field) : otherwise.get(field);
            if (value != null) {
                item.put(field, value);
            }
        }
        given.forEach(item::putIfAbsent);
        return item;
    }

    private static List<?> withOldIds(List<?> items, List<?> old, String field) {
        return items.stream()
                .map(item -> {
                    var now = new LinkedHashMap<Object, Object>((Map<?, ?>) item);
                    for (var each : old) {
                        var was = (Map<?, ?>) each;
                        if (stripped(was.get(field)).equals(now.get(field))) {
                            was.forEach((name, value) -> {
                                if (OF_ITEMS.contains(name)) {
                                    now.put(name, value);
                                }
                            });
                        }
                    }
                    return now;
                })
                .toList();
    }

    /** Without the space around texts, which means nothing. */
    private static Object stripped(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text.strip();
            case List<?> list -> list.stream().map(BankPlanning::stripped).toList();
            case Map<?, ?> map -> {
                var stripped = new LinkedHashMap<Object, Object>();
                map.forEach((name, each) -> stripped.put(name, stripped(each)));
                yield stripped;
            }
            default -> value;
        };
    }
}
