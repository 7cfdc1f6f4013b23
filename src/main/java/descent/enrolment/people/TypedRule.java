package descent.enrolment.people;

import descent.enrolment.Admission;
import descent.enrolment.CourseRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A course's rule as it stands in a form.
 *
 * @param begins the first day; empty for none
 * @param ends the last day, which belongs to the course; empty for none
 */
public record TypedRule(String admission, String code, String begins, String ends) {
    private static final int SHORTEST_CODE = 4;
    private static final int LONGEST_CODE = 40;
    private static final String DAY = "Give a day such as 2027-02-28, or none.";

    public TypedRule {
        code = code.strip();
    }

    static TypedRule of(CourseRule rule, ZoneId zone) {
        return new TypedRule(
                rule.admission.toString(),
                rule.code,
                rule.beginsAt == null ? "" : day(rule.beginsAt, zone),
                rule.endsAt == null ? "" : day(rule.endsAt.minusNanos(1), zone));
    }

    private static String day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> errors(ZoneId zone) {
        var errors = new LinkedHashMap<String, String>();
        if (chosen().isEmpty()) {
            errors.put("admission", "Choose who may enrol.");
        }
        if (chosen().filter(Admission.CODE::equals).isPresent()
                && (code.length() < SHORTEST_CODE || code.length() > LONGEST_CODE)) {
            errors.put(
                    "code",
                    "Give a code of %d to %d characters.".formatted(SHORTEST_CODE, LONGEST_CODE));
        }
        if (!isDay(begins)) {
            errors.put("begins", DAY);
        }
        if (!isDay(ends)) {
            errors.put("ends", DAY);
        }
        if (errors.isEmpty()
                && beginsAt(zone) != null
                && endsAt(zone) != null
                && ends.compareTo(begins) < 0) {
            errors.put("ends", "The last day comes before the first one.");
        }
        return errors;
    }

    Admission chosenAdmission() {
        return chosen().orElseThrow();
    }

    private Optional<Admission> chosen() {
        return Arrays.stream(Admission.values())
                .filter(each -> each.toString().equals(admission))
                .findFirst();
    }

    /** The first moment of the first day. */
    @Nullable Instant beginsAt(ZoneId zone) {
        return begins.isEmpty() ? null : LocalDate.parse(begins).atStartOfDay(zone).toInstant();
    }

    /** The first moment after the last day. */
    @Nullable Instant endsAt(ZoneId zone) {
        return ends.isEmpty()
                ? null
                : LocalDate.parse(ends).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static boolean isDay(String text) {
        try {
            return text.isEmpty() || text.length() == 10 && LocalDate.parse(text).getYear() > 1999;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
