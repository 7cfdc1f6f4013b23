package descent.account.notice;

import descent.account.Person;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.mail.Outbox;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells people by mail what happened to their account, in the transaction in which it happens. */
@ApplicationScoped
public class Notices {
    private static final String KIND = "account-notice";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", Locale.ENGLISH);

    private final Outbox outbox;
    private final Clock clock;

    Notices(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public void tell(Person person, Notice notice) {
        tell(person, person.email, notice);
    }

    /**
     * @param email where the person is told: after a change of address, the old one
     */
    public void tell(Person person, String email, Notice notice) {
        outbox.put(
                KIND,
                email,
                Map.of(
                        "notice", notice.name(),
                        "name", person.name,
                        "zone", person.timeZone.getId(),
                        "at", clock.instant().toString()));
    }

    @ApplicationScoped
    static class Kind implements LetterKind {
        private final Addresses addresses;

        Kind(Addresses addresses) {
            this.addresses = addresses;
        }

        @CheckedTemplate(
                basePath = "account/letter",
                defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
        static final class Templates {
            private Templates() {}

            static native TemplateInstance notice(
                    String name, String sentence, String when, String home);
        }

        @Override
        public String name() {
            return KIND;
        }

        @Override
        public Optional<Letter> letter(String recipient, About about) {
            var sentence = Notice.valueOf(about.get("notice")).sentence();
            var when =
                    WHEN.withZone(ZoneId.of(about.get("zone")))
                            .format(Instant.parse(about.get("at")));
            var text =
                    Templates.notice(about.get("name"), sentence, when, addresses.absolute("/"))
                            .render();
            return Optional.of(new Letter(sentence, text));
        }
    }
}
