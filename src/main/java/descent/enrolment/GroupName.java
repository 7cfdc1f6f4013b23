package descent.enrolment;

import descent.account.DisplayName;
import java.util.Optional;

/** The name of a group within a course; empty for no group. */
public record GroupName(String text) {
    public static final GroupName NONE = new GroupName("");
    public static final int LONGEST = 60;
    public static final String RULE =
            "The name of a group has at most %d characters.".formatted(LONGEST);

    public static Optional<GroupName> of(String typed) {
        if (typed.isBlank()) {
            return Optional.of(NONE);
        }
        return DisplayName.of(typed)
                .map(DisplayName::text)
                .filter(text -> text.length() <= LONGEST)
                .map(GroupName::new);
    }
}
