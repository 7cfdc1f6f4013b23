package descent.shared.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Moments as the person who asks for the page reads them: in that person's time zone, for a visitor
 * in UTC. In templates {@code {inject:times.dateTime(row.at)}}.
 */
@Named("times")
@RequestScoped
public class Times {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME_ZONE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", Locale.ENGLISH);

    private final SecurityIdentity identity;
    private final Frame frame;

    Times(SecurityIdentity identity, Frame frame) {
        this.identity = identity;
        this.frame = frame;
    }

    public ZoneId zone() {
        String zone = identity.getAttribute(IdentityAttributes.ZONE);
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    public String date(Instant moment) {
        return DATE.withZone(zone()).format(moment);
    }

    /** On pages that are translated. */
    public String frameDate(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(frame.getLanguage().getLocale())
                .withZone(zone())
                .format(moment);
    }

    public String dateTime(Instant moment) {
        return DATE_TIME.withZone(zone()).format(moment);
    }

    /** For deadlines, where an hour more or less matters. */
    public String dateTimeZone(Instant moment) {
        return DATE_TIME_ZONE.withZone(zone()).format(moment);
    }
}
