package descent.account.notice;

/** What somebody is told of when it happens to the account, asked for or not. */
public enum Notice {
    PASSWORD_CHANGED("Your password was changed"),
    EMAIL_CHANGED("Your e-mail address was changed"),
    CODES_SET_UP("Signing in now takes a one-time code"),
    CODES_GIVEN_UP("Signing in takes no one-time code any more"),
    RECOVERY_CODE_USED("A recovery code was used to sign in");

    private final String sentence;

    Notice(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
