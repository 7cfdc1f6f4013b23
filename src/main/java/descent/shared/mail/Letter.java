package descent.shared.mail;

/** What a mail says, in plain text. */
public record Letter(String subject, String text) {
    public Letter {
        if (subject.lines().count() != 1) {
            throw new IllegalArgumentException("the subject of a mail is one line: " + subject);
        }
    }
}
