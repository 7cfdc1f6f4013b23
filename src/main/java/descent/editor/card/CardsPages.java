package descent.editor.card;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.editor.card.LessonCards.About;
import descent.editor.card.LessonCards.Place;
import descent.editor.upload.Uploads;
import descent.enrolment.CourseAuthors;
import descent.exchange.anki.AnkiPackage;
import descent.exchange.card.CardTable;
import descent.exchange.card.UnreadableFile;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.entrance.WholeFile;
import descent.shared.text.Links;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Flashcards of a lesson go out to other programs, and come in from them. */
@Path("/editor/courses/{course}/cards/{lesson}")
@RolesAllowed("author")
public class CardsPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final LessonCards cards;
    private final Uploads uploads;
    private final CurrentPerson person;
    private final AuditLog audit;
    private final Clock clock;

    CardsPages(
            Courses courses,
            CourseAuthors authors,
            LessonCards cards,
            Uploads uploads,
            CurrentPerson person,
            AuditLog audit,
            Clock clock) {
        this.courses = courses;
        this.authors = authors;
        this.cards = cards;
        this.uploads = uploads;
        this.person = person;
        this.audit = audit;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cards(Place place, int most, String error);

        static native TemplateInstance cardPlan(Place place, CardPlan plan);
    }

    @GET
    public TemplateInstance cards(@RestPath String course, @RestPath String lesson) {
        return Templates.cards(place(course, lesson), LessonCards.MOST_NOTES, "");
    }

    @GET
    @Path("export")
    public Response export(
            @RestPath String course,
            @RestPath String lesson,
            @RestQuery @DefaultValue("") String format) {
        var notes = LessonCards.out(place(course, lesson));
        byte[] file =
                switch (format) {
                    case "apkg" ->
                            AnkiPackage.write(notes, Links.plain(), Map.of(), clock.instant());
                    case "tsv" ->
                            CardTable.write(new ArrayList<>(notes.values()))
                                    .getBytes(StandardCharsets.UTF_8);
                    default -> throw Problem.badRequest("Cards go out as apkg or tsv.");
                };
        audit.record(
                person.requiredId(),
                AuditAction.EXPORTED,
                AuditSubject.course(course),
                Map.of("cards", lesson));
        return Response.ok(file, MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(lesson, format))
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @WholeFile
    public Response send(
            @RestPath String course, @RestPath String lesson, @RestForm @Nullable FileUpload file) {
        var place = place(course, lesson);
        try {
            var name = file == null ? "" : file.fileName();
            var kept = cards.keep(person.requiredId(), name, Uploads.bytes(file));
            return to(place.url() + "/" + kept);
        } catch (UnreadableFile e) {
            return Response.status(422)
                    .entity(Templates.cards(place, LessonCards.MOST_NOTES, e.reason()))
                    .build();
        }
    }

    @GET
    @Path("{upload}")
    public TemplateInstance plan(
            @RestPath String course, @RestPath String lesson, @RestPath UUID upload) {
        var place = place(course, lesson);
        return Templates.cardPlan(place, cards.plan(place, person.requiredId(), upload));
    }

    @POST
    @Path("{upload}")
    public Response decide(
            @RestPath String course,
            @RestPath String lesson,
            @RestPath UUID upload,
            @RestForm("do") @DefaultValue("") String what,
            @RestForm List<Integer> take,
            @RestForm @DefaultValue("") String concept,
            @RestForm @DefaultValue("") String section) {
        var place = place(course, lesson);
        var author = person.requiredId();
        uploads.name(author, upload);
        return switch (what) {
            case "drop" -> {
                uploads.drop(author, upload);
                yield to(place.url());
            }
            case "take" -> {
                var part = cards.take(place, author, upload, take, new About(concept, section));
                yield to(part.itemsUrl() + "?kind=card&done=saved");
            }
            default -> throw Problem.badRequest("Cards are taken over, or dropped.");
        };
    }

    private Place place(String course, String lesson) {
        var own = courses.course(course);
        authors.require(course);
        return new Place(own, own.lesson(lesson).orElseThrow(() -> Problem.notFound("lesson")));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
