package descent.question;

import descent.question.answer.OrderAnswer;
import descent.question.drawn.Input;
import descent.question.tree.Fields;
import java.util.List;

/**
 * Items to put in order.
 *
 * @param items in their right order
 * @param right feedback, as is {@code wrong}
 */
public record Ordering(Basics basics, List<Item> items, String right, String wrong)
        implements Question {
    /** Something to put in its place. */
    public record Item(String id, String text) {}

    public Ordering {
        items = List.copyOf(items);
        if (items.size() < 3 || items.size() > 12) {
            throw new IllegalArgumentException(
                    "3 to 12 items are expected, there are " + items.size());
        }
        Option.different("item", items, Item::id);
        Option.differentTexts("item", items, Item::text);
    }

    static Ordering read(Basics basics, Fields fields) {
        var items = fields.list("items", Ordering::item);
        var said = Said.rightAndWrong(fields);
        return fields.made(() -> new Ordering(basics, items, said.right(), said.wrong()));
    }

    private static Item item(Fields fields) {
        var id = fields.id("id");
        var text = fields.text("text");
        return fields.made(() -> new Item(id, text));
    }

    void ask(Draw draw) {
        List<Item> shown;
        do {
            shown = draw.shuffled(items, _ -> false);
        } while (shown.equals(items));
        draw.ask(
                new Input.Ordering(
                        Draw.ANSWER,
                        shown.stream()
                                .map(item -> new Input.Option(draw.word(item.id), item.text))
                                .toList()),
                new OrderAnswer(
                        items.stream().map(item -> draw.word(item.id)).toList(), right, wrong));
    }
}
