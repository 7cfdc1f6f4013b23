package descent.account.signup;

import descent.account.DisplayName;
import descent.account.EmailAddress;
import descent.account.password.PasswordRules;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed into the sign-up form.
 *
 * @param zone the browser's time zone, when its script has filled it in
 */
record NewAccount(String name, String email, String password, String zone) {
    static final NewAccount EMPTY = new NewAccount("", "", "", "");

    NewAccount {
        name = name.strip();
        email = email.strip();
    }

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> errors(PasswordRules rules) {
        var errors = new LinkedHashMap<String, String>();
        if (DisplayName.of(name).isEmpty()) {
            errors.put("name", DisplayName.RULE);
        }
        if (EmailAddress.of(email).isEmpty()) {
            errors.put("email", EmailAddress.RULE);
        }
        rules.refusal(password, List.of(name, email))
                .ifPresent(refusal -> errors.put("password", refusal));
        return errors;
    }

    DisplayName displayName() {
        return DisplayName.of(name).orElseThrow();
    }

    EmailAddress address() {
        return EmailAddress.of(email).orElseThrow();
    }

    ZoneId timeZone() {
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
