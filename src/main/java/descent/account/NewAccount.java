package descent.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody typed into the sign-up form. */
record NewAccount(String name, String email, String password) {
    private static final int NAME_MAX = 100;
    private static final int PASSWORD_MIN = 8;
    private static final int PASSWORD_MAX = 128;

    NewAccount {
        name = name.strip();
        email = email.strip();
    }

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            errors.put("name", "Give a name of 1 to %d characters.".formatted(NAME_MAX));
        }
        if (EmailAddress.of(email).isEmpty()) {
            errors.put("email", "Give an e-mail address, such as ada@example.org.");
        }
        int length = password.codePointCount(0, password.length());
        if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
            errors.put(
                    "password",
                    "Choose a password of %d to %d characters; this one has %d."
                            .formatted(PASSWORD_MIN, PASSWORD_MAX, length));
        }
        return errors;
    }
}
