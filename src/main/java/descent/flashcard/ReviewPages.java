package descent.flashcard;

import descent.audio.page.WordPages;
import descent.audio.track.Sounds;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.flashcard.AskedCard.Button;
import descent.flashcard.deck.CardKey;
import descent.flashcard.scheduling.Rating;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import descent.flashcard.study.CardBoxes;
import descent.flashcard.study.RateCard;
import descent.flashcard.study.RateCard.NewReview;
import descent.flashcard.study.UndoReview;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One card after the other: the front, the answer, a rating. */
@Path("/courses/{course}/cards/review")
@Authenticated
public class ReviewPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CardBoxes boxes;
    private final RateCard rateCard;
    private final UndoReview undoReview;
    private final CardDrawing drawing;
    private final Sounds sounds;

    ReviewPages(
            Courses courses,
            Enrolments enrolments,
            CardBoxes boxes,
            RateCard rateCard,
            UndoReview undoReview,
            CardDrawing drawing,
            Sounds sounds) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.boxes = boxes;
        this.rateCard = rateCard;
        this.undoReview = undoReview;
        this.drawing = drawing;
        this.sounds = sounds;
    }

    /** How much is left of today: to repeat, and new. */
    public record Left(int due, int fresh) {}

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance review(
                Course course,
                String deck,
                AskedCard card,
                Left left,
                boolean typed,
                @Nullable UUID undo);

        static native TemplateInstance done(
                Course course, String deck, Overview overview, @Nullable UUID undo);
    }

    /**
     * @param deck the id of the only deck to ask; empty: all
     * @param card to ask rather than the one whose turn it is: its key, or the id of its note
     */
    @GET
    public TemplateInstance review(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String deck,
            @RestQuery @DefaultValue("") String card) {
        var course = courses.course(id);
        var box = boxes.open(enrolments.requireEnrolled(id), course);
        var queue = box.queue(each -> deck.isEmpty() || each.note().deck().id().equals(deck));
        var asked = box.named(card).or(() -> queue.next(box.now()).flatMap(box::find));
        if (asked.isEmpty()) {
            return Templates.done(course, deck, Overview.of(box), box.lastReview());
        }
        var left =
                new Left(
                        queue.inSteps().size()
                                + queue.waiting().size()
                                + queue.called().size()
                                + queue.due().size(),
                        queue.fresh().size());
        return Templates.review(
                course,
                deck,
                asked(asked.get(), box, course),
                left,
                box.settings().typed(),
                box.lastReview());
    }

    @POST
    public Response rate(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String card,
            @RestForm @DefaultValue("") String review,
            @RestForm @DefaultValue("") String seen,
            @RestForm @DefaultValue("") String rating,
            @RestForm @DefaultValue("") String deck) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        rateCard.rate(
                person,
                course,
                new NewReview(
                        uuid(review),
                        CardKey.parse(card).orElseThrow(() -> Problem.notFound("card")),
                        count(seen),
                        rating(rating)));
        return next(course, deck, Optional.empty());
    }

    @POST
    @Path("undo")
    public Response undo(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String review,
            @RestForm @DefaultValue("") String deck) {
        var course = courses.course(id);
        var card = undoReview.undo(enrolments.requireEnrolled(id), course, uuid(review));
        return next(course, deck, Optional.of(card));
    }

    private AskedCard asked(BoxCard asked, CardBox box, Course course) {
        var note = asked.note();
        var outcomes = box.outcomes(asked);
        return new AskedCard(
                asked.key(),
                note.deck(),
                UUID.randomUUID(),
                asked.card().reviews(),
                state(asked),
                asked.card().isLeech(),
                drawing.draw(note.question(asked.key()), course, note),
                drawing.draw(note.answer(asked.key()), course, note),
                explained(asked, course),
                sound(asked, course),
                outcomes.entrySet().stream()
                        .map(outcome ->
                                new Button(
                                        outcome.getKey().grade(),
                                        label(outcome.getKey()),
                                        IntervalWords.until(outcome.getValue().due(), box.now())))
                        .toList());
    }

    private static String state(BoxCard asked) {
        if (asked.card().called()) {
            return "Called for by a missed question";
        }
        return switch (asked.card().state()) {
            case NEW -> "New";
            case LEARNING -> "Learning";
            case RELEARNING -> "Learning again";
            case REVIEW -> "Review";
        };
    }

    private static String label(Rating rating) {
        return switch (rating) {
            case AGAIN -> "Again";
            case HARD -> "Hard";
            case GOOD -> "Good";
            case EASY -> "Easy";
        };
    }

    private static String explained(BoxCard asked, Course course) {
        var note = asked.note();
        if (note.lesson() != null) {
            return "/courses/%s/lessons/%s%s"
                    .formatted(
                            course.id(),
                            note.lesson(),
                            note.section().isEmpty() ? "" : "#" + note.section());
        }
        return note.term()
                .map(term -> "/courses/%s/glossary#%s".formatted(course.id(), term))
                .orElse("");
    }

    /** Of a word that is asked: where it is the answer, its sound would give it away. */
    private String sound(BoxCard asked, Course course) {
        return asked.note()
                .term()
                .filter(_ -> asked.key().isFront())
                .filter(term -> sounds.word(course, term).isPresent())
                .map(term -> WordPages.path(course.id(), term))
                .orElse("");
    }

    private static Response next(Course course, String deck, Optional<CardKey> card) {
        var uri = UriBuilder.fromPath("/courses/{course}/cards/review");
        if (!deck.isEmpty()) {
            uri.queryParam("deck", "{deck}");
        }
        card.ifPresent(key -> uri.queryParam("card", key.toString()));
        return Response.seeOther(
                        deck.isEmpty() ? uri.build(course.id()) : uri.build(course.id(), deck))
                .build();
    }

    private static Rating rating(String text) {
        if (!text.matches("[1-4]")) {
            throw Problem.unprocessable(
                    "A rating is 1 (again), 2 (hard), 3 (good) or 4 (easy), not \"%s\"."
                            .formatted(shortened(text)),
                    Map.of("field", "rating"));
        }
        return Rating.of(Integer.parseInt(text));
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw Problem.unprocessable(
                    "How many reviews the card had is a whole number, not \"%s\"."
                            .formatted(shortened(text)),
                    Map.of("field", "seen"));
        }
        return Integer.parseInt(text);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(
                    "The number of a review is a UUID, not \"%s\".".formatted(shortened(text)),
                    Map.of("field", "review"));
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
