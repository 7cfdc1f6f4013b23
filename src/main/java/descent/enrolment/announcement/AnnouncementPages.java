package descent.enrolment.announcement;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.CourseAuthors;
import descent.enrolment.Members;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a course's authors write announcements. */
@Path("/courses/{course}/people/announcements")
@Authenticated
public class AnnouncementPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final Members members;
    private final Announcements announcements;

    AnnouncementPages(
            Courses courses, CourseAuthors authors, Members members, Announcements announcements) {
        this.courses = courses;
        this.authors = authors;
        this.members = members;
        this.announcements = announcements;
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance announcements(
                Course course,
                Paging.Part<Announcement> published,
                List<String> groups,
                TypedAnnouncement typed,
                Map<String, String> errors,
                String done);
    }

    /**
     * @param page from 0
     */
    @GET
    public TemplateInstance all(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        authors.require(id);
        return page(id, page, TypedAnnouncement.EMPTY, Map.of(), done);
    }

    @POST
    public Response publish(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String text,
            @RestForm @DefaultValue("") String group) {
        var author = authors.require(id);
        var typed = new TypedAnnouncement(title, text, group);
        var errors = typed.errors();
        if (!errors.isEmpty()) {
            return Response.status(422).entity(page(id, 0, typed, errors, "")).build();
        }
        announcements.publish(courses.course(id).id(), author, typed);
        return done(id, "published");
    }

    @POST
    @Path("{announcement}/withdraw")
    public Response withdraw(@RestPath("course") String id, @RestPath UUID announcement) {
        authors.require(id);
        announcements.withdraw(id, announcement);
        return done(id, "withdrawn");
    }

    private TemplateInstance page(
            String id, int page, TypedAnnouncement typed, Map<String, String> errors, String done) {
        return Templates.announcements(
                courses.course(id),
                Paging.of(announcements.all(id), page, Map.of()),
                members.groups(id),
                typed,
                errors,
                done);
    }

    private static Response done(String id, String what) {
        return Response.seeOther(
                        URI.create("/courses/" + id + "/people/announcements?done=" + what))
                .build();
    }
}
