package descent.account;

/**
 * What is wrong with something typed about an account; {@link AccountWords} has the words.
 *
 * @param number what the words count, if anything
 */
public record Complaint(Kind kind, int number) {
    /** The kinds there are. */
    public enum Kind {
        NAME,
        EMAIL,
        EMAIL_TAKEN,
        TIME_ZONE,
        PASSWORD_LENGTH,
        PASSWORD_COMMON,
        PASSWORD_ABOUT_YOU,
        PASSWORD_WRONG
    }

    public static Complaint of(Kind kind) {
        return new Complaint(kind, 0);
    }
}
