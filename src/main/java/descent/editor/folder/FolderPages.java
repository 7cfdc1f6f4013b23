package descent.editor.folder;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.editor.upload.Uploads;
import descent.enrolment.CourseAuthors;
import descent.exchange.card.UnreadableFile;
import descent.exchange.folder.CourseFolder;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.entrance.WholeFile;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A course goes out as the folder of its files, and comes back in the same way. */
@Path("/editor")
@RolesAllowed("author")
public class FolderPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final ImportFolder imports;
    private final Uploads uploads;
    private final CurrentPerson person;
    private final AuditLog audit;

    FolderPages(
            Courses courses,
            CourseAuthors authors,
            ImportFolder imports,
            Uploads uploads,
            CurrentPerson person,
            AuditLog audit) {
        this.courses = courses;
        this.authors = authors;
        this.imports = imports;
        this.uploads = uploads;
        this.person = person;
        this.audit = audit;
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance upload(String error);

        static native TemplateInstance plan(FolderPlan plan, List<Verdict> refused, String error);
    }

    @GET
    @Path("courses/{course}/export")
    public Response export(@RestPath("course") String id) {
        var course = courses.course(id);
        var author = authors.require(course.id());
        audit.record(author, AuditAction.EXPORTED, AuditSubject.course(id), Map.of());
        return Response.ok(CourseFolder.write(course.id(), courses.files()), "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.zip\"".formatted(course.id()))
                .build();
    }

    @GET
    @Path("import")
    public TemplateInstance choose() {
        return Templates.upload("");
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @WholeFile
    public Response send(@RestForm @Nullable FileUpload file) {
        try {
            var name = file == null ? "" : file.fileName();
            return to(
                    "/editor/import/"
                            + imports.keep(person.requiredId(), name, Uploads.bytes(file)));
        } catch (UnreadableFile e) {
            return Response.status(422).entity(Templates.upload(e.reason())).build();
        }
    }

    @GET
    @Path("import/{id}")
    public TemplateInstance plan(@RestPath UUID id) {
        return Templates.plan(imports.plan(person.requiredId(), id), List.of(), "");
    }

    @POST
    @Path("import/{id}")
    public Response take(
            @RestPath UUID id,
            @RestForm("do") @DefaultValue("") String what,
            @RestForm List<String> take) {
        var author = person.requiredId();
        return switch (what) {
            case "drop" -> {
                uploads.drop(author, id);
                yield to("/editor");
            }
            case "take" -> take(author, id, take);
            default -> throw Problem.badRequest("A folder is taken over, or dropped.");
        };
    }

    private Response take(UUID author, UUID id, List<String> choices) {
        var plan = imports.plan(author, id);
        try {
            return switch (imports.take(author, id, choices)) {
                case Outcome.Published _ ->
                        to("/editor/courses/%s?done=imported".formatted(plan.course()));
                case Outcome.Broken(var verdict) ->
                        Response.status(422)
                                .entity(Templates.plan(plan, List.of(verdict), ""))
                                .build();
                case Outcome.Overtaken(var part) ->
                        Response.status(409)
                                .entity(
                                        Templates.plan(
                                                plan,
                                                List.of(),
                                                "Somebody has changed %s meanwhile. This is how the folder stands to the course now."
                                                        .formatted(part.name())))
                                .build();
            };
        } catch (UnreadableFile e) {
            throw Problem.badRequest(e.reason());
        }
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
