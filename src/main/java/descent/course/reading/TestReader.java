package descent.course.reading;

import descent.course.material.BankQuestion.Difficulty;
import descent.course.material.Index.Kind;
import descent.course.material.MockTest;
import descent.course.material.MockTest.Counting;
import descent.course.material.MockTest.Questions;
import descent.course.material.ReviewPolicy;
import descent.course.material.ReviewPolicy.Part;
import descent.course.material.ReviewPolicy.Phase;
import descent.course.yaml.Fields;
import descent.course.yaml.FileNotes;
import descent.course.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tests/<id>.yaml}: the blueprint of a test and the rules under which it is taken. */
final class TestReader {
    private enum Navigation {
        FREE,
        SEQUENTIAL
    }

    private enum Marking {
        SELF,
        AUTHOR
    }

    private enum Usual {
        RIGHT_AFTER,
        AFTER_CLOSING
    }

    private TestReader() {}

    static MockTest read(String id, Fields f, FileNotes notes) {
        notes.declare(Kind.TEST, id, 1);
        return new MockTest(
                id,
                f.text("title"),
                f.referenceIfAny("lesson", Kind.LESSON).orElse(null),
                Duration.ofMinutes(f.whole("minutes", 1)),
                share(f, "pass"),
                attempts(f),
                dates(f),
                new MockTest.Manner(
                        choice(f, "navigation", Navigation.FREE) == Navigation.SEQUENTIAL,
                        f.has("certainty") && f.flag("certainty"),
                        choice(f, "marking", Marking.SELF) == Marking.SELF),
                questions(f),
                f.eachIfAny(
                        "sections",
                        section ->
                                new MockTest.Section(
                                        section.text("title"), section.whole("from", 1))),
                f.eachIfAny(
                        "remarks",
                        remark -> new MockTest.Remark(share(remark, "from"), remark.prose("text"))),
                review(f));
    }

    private static BigDecimal share(Fields f, String name) {
        double share = f.number(name, 0);
        if (share > 1) {
            f.breaking(
                    f.lineOf(name), "wrong-kind", "\"%s\" is a share from 0 to 1".formatted(name));
        }
        return BigDecimal.valueOf(share);
    }

    private static MockTest.Attempts attempts(Fields f) {
        return new MockTest.Attempts(
                f.has("attempts") ? f.whole("attempts", 1) : null,
                Duration.ofMinutes(f.has("cool-down") ? f.whole("cool-down", 0) : 0),
                choice(f, "counting", Counting.BEST));
    }

    private static MockTest.Dates dates(Fields f) {
        var opens = moment(f, "opens");
        var closes = moment(f, "closes");
        try {
            return new MockTest.Dates(opens, closes);
        } catch (IllegalArgumentException e) {
            f.breaking(f.lineOf("closes"), "wrong-kind", String.valueOf(e.getMessage()));
            return MockTest.Dates.NONE;
        }
    }

    private static @Nullable Instant moment(Fields f, String name) {
        var text = f.textIfAny(name);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text.get()).toInstant();
        } catch (DateTimeParseException e) {
            f.breaking(
                    f.lineOf(name),
                    "wrong-kind",
                    "\"%s\" is a moment such as 2027-02-01T09:00:00+01:00".formatted(name));
            return null;
        }
    }

    private static Questions questions(Fields f) {
        boolean fixed = f.node("questions").orElse(null) instanceof YamlNode.Sequence;
        return fixed
                ? new Questions.Fixed(f.references("questions", Kind.QUESTION))
                : f.nested("questions", TestReader::drawn)
                        .orElseGet(() -> new Questions.Fixed(List.of()));
    }

    private static Questions drawn(Fields f) {
        return new Questions.Drawn(
                f.whole("draw", 1),
                f.references("from", Kind.LESSON),
                f.eachIfAny("blueprint", TestReader::slot));
    }

    private static MockTest.Share slot(Fields f) {
        return new MockTest.Share(
                f.referenceIfAny("concept", Kind.CONCEPT).orElse(null),
                f.has("difficulty") ? f.choice("difficulty", Difficulty.class) : null,
                f.whole("count", 1),
                f.has("points") ? f.number("points", 0) : 1);
    }

    private static ReviewPolicy review(Fields f) {
        if (f.node("review").orElse(null) instanceof YamlNode.Mapping) {
            return f.nested("review", TestReader::policy).orElse(ReviewPolicy.WHEN_CLOSED);
        }
        return switch (f.choice("review", Usual.class)) {
            case RIGHT_AFTER -> ReviewPolicy.AT_ONCE;
            case AFTER_CLOSING -> ReviewPolicy.WHEN_CLOSED;
        };
    }

    private static ReviewPolicy policy(Fields f) {
        var shown = new EnumMap<Phase, Set<Part>>(Phase.class);
        for (var phase : Phase.values()) {
            shown.put(phase, f.choices(Fields.kebab(phase), Part.class));
        }
        try {
            return new ReviewPolicy(shown);
        } catch (IllegalArgumentException e) {
            f.breaking(f.lineOf("during"), "wrong-kind", String.valueOf(e.getMessage()));
            return ReviewPolicy.WHEN_CLOSED;
        }
    }

    private static <E extends Enum<E>> E choice(Fields f, String name, E usual) {
        return f.has(name) ? f.choice(name, usual.getDeclaringClass()) : usual;
    }
}
