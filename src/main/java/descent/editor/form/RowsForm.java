package descent.editor.form;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The items of a list below each other, as a form says them: where each stands, whether it stays,
 * and what its short fields say. A place between two others is a number between theirs.
 */
public final class RowsForm {
    private static final int EMPTY = 3;

    private final List<ItemField> fields;
    private final String ids;
    private final MultivaluedMap<String, String> sent;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> problems = new TreeMap<>();

    /**
     * An item.
     *
     * @param name by which its fields are named
     * @param place as it is typed
     * @param item empty for what is not there yet
     */
    public record Line(String name, String place, boolean removed, Map<String, Object> item) {
        private BigDecimal number() {
            return new BigDecimal(place);
        }
    }

    /**
     * @param fields that are entered here; none where there are too many of them
     * @param ids how those of new items begin
     * @param there by id, in order
     * @param sent empty while nothing was
     */
    public RowsForm(
            List<ItemField> fields,
            String ids,
            Map<String, Map<String, Object>> there,
            MultivaluedMap<String, String> sent) {
        this.fields = fields;
        this.ids = ids;
        this.sent = sent;
        there.forEach((id, item) ->
                lines.add(
                        new Line(id, place(id), sent.containsKey("remove." + id), read(id, item))));
        for (int i = 1; i <= (fields.isEmpty() ? 0 : EMPTY); i++) {
            lines.add(added("new-" + i, there));
        }
    }

    /** As it was sent; else after the one before. */
    private String place(String name) {
        var next = String.valueOf(lines.size() + 1);
        var typed = Objects.requireNonNullElse(sent.getFirst("place." + name), "").strip();
        if (!typed.isEmpty() && !typed.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")) {
            problems.put("place." + name, "\"%s\" is no place such as 3 or 3.5.".formatted(typed));
            return next;
        }
        return typed.isEmpty() ? next : typed;
    }

    private Map<String, Object> read(String name, Map<String, Object> before) {
        if (sent.isEmpty()) {
            return before;
        }
        var read = new ItemForm(fields).read(name + ".", before, sent);
        problems.putAll(read.problems());
        return read.item();
    }

    private Line added(String name, Map<String, Map<String, Object>> there) {
        var last = fields.getLast().name();
        if (Objects.requireNonNullElse(sent.getFirst(name + "." + last), "").isBlank()) {
            return new Line(name, "", false, Map.of());
        }
        var item = new LinkedHashMap<String, Object>();
        item.put(
                "id",
                FreeId.of(
                        ids, List.copyOf(there.values()), lines.stream().map(Line::item).toList()));
        return new Line(name, place(name), false, read(name, item));
    }

    public List<Line> lines() {
        return lines;
    }

    /** A line as it is shown again. */
    public ItemForm.Read read(Line line) {
        return new ItemForm.Read(line.item(), problems, sent);
    }

    public Map<String, String> problems() {
        return problems;
    }

    /** Those that stay or come, in their order. */
    public List<Map<String, Object>> inOrder() {
        return lines.stream()
                .filter(line -> !line.removed() && !line.item().isEmpty())
                .sorted(Comparator.comparing(Line::number))
                .map(Line::item)
                .toList();
    }
}
