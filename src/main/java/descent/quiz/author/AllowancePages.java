package descent.quiz.author;

import descent.course.material.Course;
import descent.enrolment.Members;
import descent.enrolment.Members.Member;
import descent.quiz.rules.GrantedAllowance;
import descent.quiz.rules.GrantedAllowance.Grantee;
import descent.quiz.watch.GrantAllowance;
import descent.shared.web.Paging;
import descent.shared.web.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What learners and groups are granted beyond the rules of tests: listed, granted, withdrawn. */
@Path("/teach/{course}/allowances")
@RolesAllowed("author")
public class AllowancePages {
    private final Teaching teaching;
    private final Members members;
    private final GrantAllowance grantAllowance;
    private final Times times;

    AllowancePages(Teaching teaching, Members members, GrantAllowance grantAllowance, Times times) {
        this.teaching = teaching;
        this.members = members;
        this.grantAllowance = grantAllowance;
        this.times = times;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance allowances(
                Course course,
                Paging.Part<Row> rows,
                String q,
                List<Choice> learners,
                List<Choice> groups,
                TypedAllowance typed,
                String problem,
                long shortened);
    }

    /** Somebody, or a group, to whom something can be granted. */
    public record Choice(String value, String name) {}

    /** An allowance in the list. */
    public record Row(UUID id, String who, String test, String what) {}

    /**
     * @param q letters of the names that are shown; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance allowances(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page) {
        return page(teaching.course(id), q, page, new TypedAllowance(), "", 0);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response grant(@RestPath("course") String id, @BeanParam TypedAllowance typed) {
        var course = teaching.course(id);
        var problem = typed.problem(course, members.of(id), times.zone());
        if (!problem.isEmpty()) {
            return Response.status(422).entity(page(course, "", 0, typed, problem, 0)).build();
        }
        var allowance = typed.allowance(times.zone());
        var author = teaching.author();
        long shortened =
                grantAllowance.shortened(typed.grantee(), id, typed.test, allowance, author);
        if (shortened > 0 && typed.confirmed.isEmpty()) {
            return Response.status(422).entity(page(course, "", 0, typed, "", shortened)).build();
        }
        grantAllowance.grant(typed.grantee(), id, typed.test, allowance, author);
        return back(id);
    }

    @POST
    @Path("{allowance}/withdraw")
    public Response withdraw(@RestPath("course") String id, @RestPath UUID allowance) {
        teaching.course(id);
        grantAllowance.withdraw(allowance, id);
        return back(id);
    }

    private static Response back(String course) {
        return Response.seeOther(URI.create("/teach/" + course + "/allowances")).build();
    }

    private TemplateInstance page(
            Course course,
            String q,
            int page,
            TypedAllowance typed,
            String problem,
            long shortened) {
        var learners = members.of(course.id());
        var rows =
                GrantedAllowance.inCourse(course.id()).stream()
                        .map(each -> row(course, each, learners))
                        .filter(row -> Paging.says(row.who(), q))
                        .toList();
        return Templates.allowances(
                course,
                Paging.of(rows, page, Map.of("q", q)),
                q,
                learners.stream()
                        .map(each -> new Choice(TypedAllowance.LEARNER + each.id(), each.name()))
                        .toList(),
                members.groups(course.id()).stream()
                        .map(group -> new Choice(TypedAllowance.GROUP + group, group))
                        .toList(),
                typed,
                problem,
                shortened);
    }

    private Row row(Course course, GrantedAllowance granted, List<Member> learners) {
        var who =
                switch (granted.grantee()) {
                    case Grantee.Learner(var id) ->
                            learners.stream()
                                    .filter(member -> member.id().equals(id))
                                    .map(Member::name)
                                    .findFirst()
                                    .orElse("somebody who has left");
                    case Grantee.Group(var name) -> "group " + name;
                };
        var test =
                granted.testId.isEmpty()
                        ? "all tests"
                        : course.test(granted.testId).map(t -> t.title()).orElse(granted.testId);
        return new Row(granted.id, who, test, TypedAllowance.words(granted.allowance(), times));
    }
}
