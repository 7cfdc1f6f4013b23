package descent.account.signup;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
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
    Map<String, Complaint> errors(PasswordRules rules) {
        var errors = new LinkedHashMap<String, Complaint>();
        if (DisplayName.of(name).isEmpty()) {
            errors.put("name", Complaint.of(Kind.NAME));
        }
        if (EmailAddress.of(email).isEmpty()) {
            errors.put("email", Complaint.of(Kind.EMAIL));
        }
        rules.refusal(password, List.of(name, email))
                .ifPresent(complaint -> errors.put("password", complaint));
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
