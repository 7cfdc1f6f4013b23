package descent.enrolment.announcement;

import descent.enrolment.GroupName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An announcement as it stands in the form.
 *
 * @param group for whom; empty for all
 */
public record TypedAnnouncement(String title, String text, String group) {
    static final TypedAnnouncement EMPTY = new TypedAnnouncement("", "", "");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    public TypedAnnouncement {
        title = title.replaceAll("\\p{Cc}+", " ").strip();
        text = text.replace("\r\n", "\n").strip();
    }

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            errors.put("title", "Give a title of 1 to %d characters.".formatted(LONGEST_TITLE));
        }
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            errors.put(
                    "text",
                    "Give a text of 1 to %,d characters; this one has %,d."
                            .formatted(LONGEST_TEXT, text.length()));
        }
        if (GroupName.of(group).isEmpty()) {
            errors.put("group", GroupName.RULE);
        }
        return errors;
    }
}
