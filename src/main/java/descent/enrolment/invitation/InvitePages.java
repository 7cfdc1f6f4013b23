package descent.enrolment.invitation;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.CourseAuthors;
import descent.enrolment.GroupName;
import descent.enrolment.invitation.Invitations.Invited;
import descent.enrolment.invitation.Invitations.Link;
import descent.shared.mail.MailServer;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where a course's authors invite people. Links are on the answer that made them, nowhere else. */
@Path("/courses/{course}/people/invitations")
@Authenticated
public class InvitePages {
    private static final Set<String> DEEDS = Set.of("again", "withdrawn");

    private final Courses courses;
    private final CourseAuthors authors;
    private final Invitations invitations;
    private final MailServer server;

    InvitePages(
            Courses courses, CourseAuthors authors, Invitations invitations, MailServer server) {
        this.courses = courses;
        this.authors = authors;
        this.invitations = invitations;
        this.server = server;
    }

    /**
     * What the page tells beside the list.
     *
     * @param typed the list of addresses, to be corrected
     * @param links to pass on
     */
    public record Told(String typed, List<String> errors, List<Link> links, String done) {
        static Told nothing(String done) {
            return new Told("", List.of(), List.of(), done);
        }

        static Told links(List<Link> links, String done) {
            return new Told("", List.of(), links, done);
        }
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invitations(
                Course course,
                Paging.Part<Invitation> invitations,
                String q,
                boolean mail,
                Told told);
    }

    /**
     * @param q letters of the addresses or groups that are shown; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance all(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        authors.require(id);
        return page(id, q, page, Told.nothing(DEEDS.contains(done) ? done : ""));
    }

    @POST
    @Path("link")
    public TemplateInstance link(
            @RestPath("course") String id, @RestForm @DefaultValue("") String group) {
        var author = authors.require(id);
        var name = GroupName.of(group).orElseThrow(() -> Problem.badRequest(GroupName.RULE));
        var link = invitations.forClass(courses.course(id).id(), name, author);
        return page(id, Told.links(List.of(link), "link"));
    }

    /** All of them or none: a list with mistakes comes back to be corrected. */
    @POST
    @Path("addresses")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response addresses(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String addresses,
            @RestForm @Nullable FileUpload file)
            throws IOException {
        var author = authors.require(id);
        var text = file == null || file.size() == 0 ? addresses : text(file);
        var list = AddressList.read(text);
        if (!list.errors().isEmpty()) {
            var told = new Told(text, list.errors(), List.of(), "");
            return Response.status(422).entity(page(id, told)).build();
        }
        var invited = invitations.forAddresses(courses.course(id).id(), list, author);
        return Response.ok(page(id, Told.links(invited.links(), inWords(invited)))).build();
    }

    @POST
    @Path("{invitation}/again")
    public Response again(@RestPath("course") String id, @RestPath UUID invitation) {
        authors.require(id);
        Optional<Link> link = invitations.again(id, invitation);
        return link.isPresent()
                ? Response.ok(page(id, Told.links(List.of(link.get()), "link"))).build()
                : done(id, "again");
    }

    @POST
    @Path("{invitation}/withdraw")
    public Response withdraw(@RestPath("course") String id, @RestPath UUID invitation) {
        authors.require(id);
        invitations.withdraw(id, invitation);
        return done(id, "withdrawn");
    }

    private TemplateInstance page(String id, Told told) {
        return page(id, "", 0, told);
    }

    private TemplateInstance page(String id, String q, int page, Told told) {
        var course = courses.course(id);
        var found =
                invitations.all(id).stream()
                        .filter(each ->
                                Paging.says(each.email, q) || Paging.says(each.groupName, q))
                        .toList();
        var shown = Paging.of(found, page, Map.of("q", q));
        return Templates.invitations(
                course,
                shown.at("/courses/" + course.id() + "/people/invitations"),
                q,
                server.isThere(),
                told);
    }

    private static String text(FileUpload file) throws IOException {
        return new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8);
    }

    private static String inWords(Invited invited) {
        return "%d invited, %d had been invited before."
                .formatted(invited.invited(), invited.known());
    }

    private static Response done(String id, String what) {
        return Response.seeOther(URI.create("/courses/" + id + "/people/invitations?done=" + what))
                .build();
    }
}
