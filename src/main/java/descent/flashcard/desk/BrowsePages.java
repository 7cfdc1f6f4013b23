package descent.flashcard.desk;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.flashcard.CardDrawing;
import descent.flashcard.deck.CardKey;
import descent.flashcard.desk.CardList.Search;
import descent.flashcard.own.OwnPictures;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import descent.flashcard.study.CardBoxes;
import descent.flashcard.study.CardStory;
import descent.flashcard.study.TendCard;
import descent.shared.text.Html;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All cards to look through, and each by itself. */
@Path("/courses/{course}/cards")
@Authenticated
public class BrowsePages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CardBoxes boxes;
    private final CardStory story;
    private final TendCard tend;
    private final OwnPictures pictures;
    private final CardDrawing drawing;

    BrowsePages(
            Courses courses,
            Enrolments enrolments,
            CardBoxes boxes,
            CardStory story,
            TendCard tend,
            OwnPictures pictures,
            CardDrawing drawing) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.boxes = boxes;
        this.story = story;
        this.tend = tend;
        this.pictures = pictures;
        this.drawing = drawing;
    }

    /** A card with its sides as they are asked, and what is known of it. */
    public record Shown(
            BoxCard card, Html question, Html answer, String state, String due, String recall) {
        public boolean isOwn() {
            return card.note().id().startsWith("own.");
        }
    }

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance browse(Course course, CardList list, String query);

        static native TemplateInstance card(
                Course course, Shown shown, List<CardStory.Event> story);
    }

    @GET
    @Path("browse")
    public TemplateInstance browse(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String deck,
            @RestQuery @DefaultValue("") String tag,
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("0") int page) {
        var course = courses.course(id);
        var search = new Search(q, deck, tag, state);
        var box = boxes.open(enrolments.requireEnrolled(id), course);
        return Templates.browse(
                course, CardList.of(box, search, Paging.checked(page)), query(search));
    }

    private static String query(Search search) {
        return "q=%s&deck=%s&tag=%s&state=%s"
                .formatted(
                        encoded(search.q()),
                        encoded(search.deck()),
                        encoded(search.tag()),
                        encoded(search.state()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @GET
    @Path("card/{card}")
    public TemplateInstance card(@RestPath("course") String id, @RestPath String card) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var box = boxes.open(person, course);
        var found =
                CardKey.parse(card).flatMap(box::find).orElseThrow(() -> Problem.notFound("card"));
        return Templates.card(course, shown(found, box, course), story.of(person, id, found.key()));
    }

    private Shown shown(BoxCard card, CardBox box, Course course) {
        var note = card.note();
        var recall = box.scheduler().retrievability(card.card(), box.now().day());
        return new Shown(
                card,
                drawing.draw(note.question(card.key()), course, note),
                drawing.draw(note.answer(card.key()), course, note),
                CardList.state(card),
                CardList.due(card, box),
                recall.isPresent() ? Math.round(recall.getAsDouble() * 100) + " %" : "–");
    }

    @POST
    @Path("card/{card}/suspend")
    public Response suspend(@RestPath("course") String id, @RestPath String card) {
        tend.suspend(enrolments.requireEnrolled(id), courses.course(id), key(card));
        return back(id, card);
    }

    @POST
    @Path("card/{card}/resume")
    public Response resume(@RestPath("course") String id, @RestPath String card) {
        tend.resume(enrolments.requireEnrolled(id), courses.course(id), key(card));
        return back(id, card);
    }

    @POST
    @Path("card/{card}/reset")
    public Response reset(@RestPath("course") String id, @RestPath String card) {
        tend.reset(enrolments.requireEnrolled(id), courses.course(id), key(card));
        return back(id, card);
    }

    private static CardKey key(String card) {
        return CardKey.parse(card).orElseThrow(() -> Problem.notFound("card"));
    }

    private static Response back(String course, String card) {
        return Response.seeOther(URI.create("/courses/%s/cards/card/%s".formatted(course, card)))
                .build();
    }

    /** A picture of the learner's own: nobody else's. */
    @GET
    @Path("pictures/{sha256}")
    public Response picture(@RestPath("course") String id, @RestPath String sha256) {
        UUID person = enrolments.requireEnrolled(id);
        var picture = pictures.find(person, sha256).orElseThrow(() -> Problem.notFound("picture"));
        return Response.ok(picture.bytes(), picture.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .build();
    }
}
