package descent.flashcard.desk;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.exchange.card.CardNote;
import descent.exchange.card.UnreadableFile;
import descent.flashcard.own.ImportCards;
import descent.flashcard.own.ImportCards.Preview;
import descent.shared.entrance.WholeFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Cards from other programs, and to them. */
@Path("/courses/{course}/cards")
@Authenticated
public class TransferPages {
    private static final int SHOWN = 20;

    private final Courses courses;
    private final Enrolments enrolments;
    private final ImportCards importCards;
    private final ExportCards exportCards;

    TransferPages(
            Courses courses,
            Enrolments enrolments,
            ImportCards importCards,
            ExportCards exportCards) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.importCards = importCards;
        this.exportCards = exportCards;
    }

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance transfer(Course course, String error, String added);

        static native TemplateInstance preview(
                Course course, Preview preview, List<CardNote> first);
    }

    @GET
    @Path("transfer")
    public TemplateInstance transfer(
            @RestPath("course") String id, @RestQuery @DefaultValue("") String added) {
        enrolments.requireEnrolled(id);
        return Templates.transfer(courses.course(id), "", added.matches("\\d{1,5}") ? added : "");
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @WholeFile
    public Response look(@RestPath("course") String id, @RestForm @Nullable FileUpload file)
            throws IOException {
        var person = enrolments.requireEnrolled(id);
        var course = courses.course(id);
        if (file == null || file.size() == 0) {
            return refused(course, "Choose a file first.");
        }
        try {
            var name =
                    Objects.requireNonNullElse(file.fileName(), "file")
                            .replaceAll("\\p{Cntrl}", "");
            var preview =
                    importCards.look(
                            person,
                            id,
                            name.substring(0, Math.min(name.length(), 100)),
                            Files.readAllBytes(file.uploadedFile()));
            return Response.seeOther(
                            URI.create("/courses/%s/cards/import/%s".formatted(id, preview.id())))
                    .build();
        } catch (UnreadableFile e) {
            return refused(course, e.reason());
        }
    }

    private static Response refused(Course course, String reason) {
        return Response.status(422).entity(Templates.transfer(course, reason, "")).build();
    }

    @GET
    @Path("import/{file}")
    public TemplateInstance preview(@RestPath("course") String id, @RestPath UUID file) {
        var person = enrolments.requireEnrolled(id);
        var preview = importCards.look(person, id, file);
        return Templates.preview(
                courses.course(id), preview, ImportCards.first(preview.content(), SHOWN));
    }

    @POST
    @Path("import/{file}")
    public Response take(@RestPath("course") String id, @RestPath UUID file) {
        int added = importCards.take(enrolments.requireEnrolled(id), id, file);
        return Response.seeOther(
                        URI.create("/courses/%s/cards/transfer?added=%d".formatted(id, added)))
                .build();
    }

    /**
     * @param which "own" or "all"
     */
    @GET
    @Path("export.apkg")
    public Response apkg(
            @RestPath("course") String id, @RestQuery @DefaultValue("all") String which) {
        var person = enrolments.requireEnrolled(id);
        return download(
                exportCards.apkg(person, courses.course(id), which.equals("own")),
                "application/octet-stream",
                id + "-cards.apkg");
    }

    @GET
    @Path("export.tsv")
    public Response tsv(
            @RestPath("course") String id, @RestQuery @DefaultValue("all") String which) {
        var person = enrolments.requireEnrolled(id);
        return download(
                exportCards.tsv(person, courses.course(id), which.equals("own")),
                "text/tab-separated-values; charset=UTF-8",
                id + "-cards.tsv");
    }

    private static Response download(Object content, String type, String name) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
