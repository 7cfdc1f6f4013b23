package descent.account.profile;

import descent.account.AccountConfig;
import descent.account.Person;
import descent.account.session.Sessions;
import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The account itself, as a part of what is known of a person. */
@ApplicationScoped
class AccountData implements PersonalData {
    private final Sessions sessions;
    private final AccountConfig.Sessions limits;

    AccountData(Sessions sessions, AccountConfig config) {
        this.sessions = sessions;
        this.limits = config.session();
    }

    record Account(
            UUID id,
            String name,
            String email,
            String role,
            String timeZone,
            Instant signedUpAt,
            Optional<Instant> oneTimeCodesSince,
            List<SignedIn> sessions) {}

    record SignedIn(String device, String address, Instant since, Instant lastSeen) {}

    @Override
    public String name() {
        return "account";
    }

    @Override
    public String kept() {
        return "Your name, e-mail address, role and time zone, and the hash of your password, until you delete the account. Where you are signed in (browser and network address): until you sign out, at most %d days. Browsers you have signed in with are known by a random number for 180 days. Mails sent to you: to whom, of which kind and when, for 30 days; never what they say."
                .formatted(limits.remembered().toDays());
    }

    @Override
    public Account export(UUID personId) {
        Person person = Person.findById(personId);
        return new Account(
                person.id,
                person.name,
                person.email,
                person.role.toString(),
                person.timeZone.getId(),
                person.createdAt,
                Optional.ofNullable(person.codesSince),
                sessions.of(personId).stream()
                        .map(session ->
                                new SignedIn(
                                        session.device,
                                        session.address,
                                        session.createdAt,
                                        session.lastSeenAt))
                        .toList());
    }
}
