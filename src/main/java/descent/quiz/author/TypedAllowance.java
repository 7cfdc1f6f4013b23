package descent.quiz.author;

import descent.course.material.Course;
import descent.enrolment.Members.Member;
import descent.quiz.rules.Allowance;
import descent.quiz.rules.GrantedAllowance.Grantee;
import descent.shared.web.Times;
import jakarta.ws.rs.DefaultValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** An allowance as an author typed it: kept as it is when something is wrong with it. */
public class TypedAllowance {
    private static final int MOST_MINUTES = 10_080;
    static final String LEARNER = "learner:";
    static final String GROUP = "group:";

    /** {@code learner:<id>} or {@code group:<name>}. */
    @RestForm
    @DefaultValue("")
    public String who = "";

    @RestForm
    @DefaultValue("")
    public String test = "";

    @RestForm
    @DefaultValue("1")
    public String factor = "1";

    @RestForm
    @DefaultValue("0")
    public String minutes = "0";

    @RestForm
    @DefaultValue("0")
    public String attempts = "0";

    @RestForm
    @DefaultValue("")
    public String opens = "";

    @RestForm
    @DefaultValue("")
    public String closes = "";

    @RestForm
    @DefaultValue("")
    public String confirmed = "";

    /** What is wrong with it; empty when nothing is. */
    String problem(Course course, List<Member> members, ZoneId zone) {
        if (!isKnown(members)) {
            return "Choose a learner or a group of this course.";
        }
        if (!test.isEmpty() && course.test(test).isEmpty()) {
            return "Choose a test of this course, or all.";
        }
        try {
            return allowance(zone).equals(Allowance.NONE) ? "This grants nothing." : "";
        } catch (NumberFormatException e) {
            return "The factor is a number such as 1.25; minutes and attempts are whole numbers.";
        } catch (DateTimeException e) {
            return "A date is written like 2027-02-01T09:00.";
        } catch (IllegalArgumentException | ArithmeticException e) {
            return "This cannot be granted: " + e.getMessage() + ".";
        }
    }

    private boolean isKnown(List<Member> members) {
        return members.stream()
                .anyMatch(member ->
                        who.equals(LEARNER + member.id())
                                || (!member.group().isEmpty()
                                        && who.equals(GROUP + member.group())));
    }

    Grantee grantee() {
        return who.startsWith(GROUP)
                ? new Grantee.Group(who.substring(GROUP.length()))
                : new Grantee.Learner(UUID.fromString(who.substring(LEARNER.length())));
    }

    Allowance allowance(ZoneId zone) {
        return new Allowance(
                new BigDecimal(factor.strip().replace(',', '.')),
                Duration.ofMinutes(whole(minutes, MOST_MINUTES)),
                whole(attempts, 100),
                moment(opens, zone),
                moment(closes, zone));
    }

    private static int whole(String typed, int most) {
        int number = Integer.parseInt(typed.strip());
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("it is 0 to %,d, was %d".formatted(most, number));
        }
        return number;
    }

    private static @Nullable Instant moment(String typed, ZoneId zone) {
        return typed.isBlank() ? null : LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
    }

    static String words(Allowance allowance, Times times) {
        var words = new ArrayList<String>();
        if (allowance.factor().compareTo(BigDecimal.ONE) > 0) {
            words.add("time × " + allowance.factor().stripTrailingZeros().toPlainString());
        }
        if (!allowance.extra().isZero()) {
            words.add(allowance.extra().toMinutes() + " minutes more");
        }
        if (allowance.attempts() > 0) {
            words.add(
                    allowance.attempts()
                            + (allowance.attempts() == 1 ? " attempt more" : " attempts more"));
        }
        if (allowance.opensAt() != null) {
            words.add("opens " + times.dateTimeZone(allowance.opensAt()));
        }
        if (allowance.closesAt() != null) {
            words.add("closes " + times.dateTimeZone(allowance.closesAt()));
        }
        return String.join(", ", words);
    }
}
