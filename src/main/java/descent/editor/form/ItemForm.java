package descent.editor.form;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An item as the fields of a form, and the item that a filled-in form says. What the form does not
 * change is the same object in both, and what it does not show is kept.
 */
public record ItemForm(List<ItemField> fields) {
    /**
     * What a form says.
     *
     * @param problems field to what is wrong with it
     * @param sent as it was typed
     */
    public record Read(
            Map<String, Object> item,
            Map<String, String> problems,
            MultivaluedMap<String, String> sent) {
        /** Where nothing was sent yet. */
        public static Read of(Map<String, Object> item) {
            return new Read(item, Map.of(), new MultivaluedHashMap<>());
        }

        /** As it is shown again: what is wrong, as it was typed. */
        String shown(String name, String value) {
            return problems.containsKey(name)
                    ? Objects.requireNonNullElse(sent.getFirst(name), value)
                    : value;
        }
    }

    public Read read(Map<String, Object> before, MultivaluedMap<String, String> sent) {
        return read("", before, sent);
    }

    /**
     * @param prefix of the fields' names, where a form has several items
     */
    Read read(String prefix, Map<String, Object> before, MultivaluedMap<String, String> sent) {
        var form = new SentForm(sent);
        var item = new LinkedHashMap<>(before);
        form.put(item, prefix, fields);
        return new Read(item, form.problems(), sent);
    }
}
