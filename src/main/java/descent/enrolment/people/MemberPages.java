package descent.enrolment.people;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.CourseAuthors;
import descent.enrolment.Enrol;
import descent.enrolment.GroupName;
import descent.enrolment.Members;
import descent.enrolment.Members.Member;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
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

/** Who takes the course, in which group. */
@Path("/courses/{course}/people")
@Authenticated
public class MemberPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final Members members;
    private final Enrol enrol;

    MemberPages(Courses courses, CourseAuthors authors, Members members, Enrol enrol) {
        this.courses = courses;
        this.authors = authors;
        this.members = members;
        this.enrol = enrol;
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance members(
                Course course,
                Paging.Part<Member> members,
                int found,
                List<String> groups,
                String q,
                String group,
                String done);
    }

    /**
     * @param q letters of the names that are shown; empty for all
     * @param group whose members are shown; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance members(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        authors.require(id);
        var found =
                members.of(id).stream()
                        .filter(member -> group.isEmpty() || member.group().equals(group))
                        .filter(member -> Paging.says(member.name(), q))
                        .toList();
        return Templates.members(
                courses.course(id),
                Paging.of(found, page, Map.of("q", q, "group", group)),
                found.size(),
                members.groups(id),
                q,
                group,
                done);
    }

    @POST
    @Path("{person}/group")
    public Response group(
            @RestPath("course") String id,
            @RestPath UUID person,
            @RestForm @DefaultValue("") String group) {
        authors.require(id);
        var name = GroupName.of(group).orElseThrow(() -> Problem.badRequest(GroupName.RULE));
        enrol.group(person, id, name.text());
        return done(id, "group");
    }

    @POST
    @Path("{person}/remove")
    public Response remove(@RestPath("course") String id, @RestPath UUID person) {
        authors.require(id);
        enrol.remove(person, id);
        return done(id, "removed");
    }

    private static Response done(String id, String what) {
        return Response.seeOther(URI.create("/courses/" + id + "/people?done=" + what)).build();
    }
}
