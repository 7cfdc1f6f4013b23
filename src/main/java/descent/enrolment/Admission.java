package descent.enrolment;

import java.util.Locale;

/** Who may enrol in a course. */
public enum Admission {
    OPEN("everybody"),
    CODE("who knows the code"),
    INVITATION("who was invited");

    private final String words;

    Admission(String words) {
        this.words = words;
    }

    /** As it is shown. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
