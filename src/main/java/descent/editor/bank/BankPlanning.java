package descent.editor.bank;

import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.yaml.ItemList;
import descent.editor.Differences;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.bank.BankPlan.Kind;
import descent.editor.bank.BankPlan.Row;
import descent.exchange.question.TravellingQuestion;
import descent.question.tree.Trees;
import descent.shared.web.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Parts parts;
    private final Topic topic;
    private final PartPath added;
    private final Map<String, PartPath> places = new HashMap<>();
    private final Map<String, BankQuestion> known = new HashMap<>();
    private final Map<PartPath, ItemList> lists = new HashMap<>();
    private final Map<PartPath, Long> bases = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    BankPlanning(Course course, Lesson lesson, Topic topic, Parts parts) {
        this.parts = parts;
        this.topic = topic;
        this.added = PartPath.of(lesson.folder() + "/questions/imported.yaml");
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

    Row row(TravellingQuestion sent) {
        var question = withIdOfItsOwn(sent);
        var before = known.get(question.id());
        var part = places.getOrDefault(question.id(), added);
        var item = item(question, before);
        var kind =
                before == null
                        ? Kind.NEW
                        : stripped(Trees.copy(before.tree())).equals(stripped(Trees.copy(item)))
                                ? Kind.SAME
                                : Kind.CHANGED;
        var differences =
                kind == Kind.CHANGED
                        ? Differences.between(now(part, question.id()), ItemList.written(item, 2))
                        : new Differences(List.of());
        return new Row(
                kind,
                question,
                item,
                part,
                bases.computeIfAbsent(part, parts::headId),
                differences);
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
