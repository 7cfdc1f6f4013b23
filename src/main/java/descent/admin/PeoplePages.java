package descent.admin;

import descent.account.CurrentPerson;
import descent.account.Role;
import descent.account.code.SecondFactors;
import descent.account.password.ResetPassword;
import descent.account.people.ManagePeople;
import descent.account.people.People;
import descent.account.profile.DeletePerson;
import descent.account.session.Sessions;
import descent.account.signup.PendingSignUp;
import descent.account.signup.SignUp;
import descent.admin.PersonViews.PersonView;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** People: found, and looked after one by one. */
@Path("/admin/people")
@RolesAllowed("admin")
public class PeoplePages {
    private final People people;
    private final ManagePeople manage;
    private final Sessions sessions;
    private final SecondFactors codes;
    private final ResetPassword resets;
    private final DeletePerson delete;
    private final SignUp signUp;
    private final PersonViews views;
    private final CurrentPerson admin;

    PeoplePages(
            People people,
            ManagePeople manage,
            Sessions sessions,
            SecondFactors codes,
            ResetPassword resets,
            DeletePerson delete,
            SignUp signUp,
            PersonViews views,
            CurrentPerson admin) {
        this.people = people;
        this.manage = manage;
        this.sessions = sessions;
        this.codes = codes;
        this.resets = resets;
        this.delete = delete;
        this.signUp = signUp;
        this.views = views;
        this.admin = admin;
    }

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(
                People.Found found,
                List<PendingSignUp> pending,
                String words,
                String role,
                List<Role> roles,
                Paging paging);

        static native TemplateInstance person(
                PersonView view, List<Role> roles, String done, String link);
    }

    @GET
    public TemplateInstance people(
            @RestQuery("q") @DefaultValue("") String words,
            @RestQuery @DefaultValue("") String role,
            @RestQuery @DefaultValue("0") int page) {
        var wanted = role.isEmpty() ? Optional.<Role>empty() : Optional.of(parse(role));
        var found = people.search(words, wanted, Paging.checked(page), Paging.SIZE);
        boolean more = found.all() > (page + 1L) * Paging.SIZE;
        var paging = new Paging(page, more, Map.of("q", words, "role", role));
        return Templates.people(
                found,
                signUp.pending(words, Paging.SIZE),
                words,
                role,
                List.of(Role.values()),
                paging);
    }

    /** Sends the mail again to somebody who has yet to follow its link. */
    @POST
    @Path("sign-ups/{pending}/resend")
    public Response resend(@RestPath UUID pending) {
        signUp.resend(pending);
        return Response.seeOther(URI.create("/admin/people")).build();
    }

    @GET
    @Path("{person}")
    public TemplateInstance person(
            @RestPath UUID person, @RestQuery @DefaultValue("") String done) {
        return page(person, done, "");
    }

    @POST
    @Path("{person}/role")
    public Response role(@RestPath UUID person, @RestForm @DefaultValue("") String role) {
        manage.give(person, parse(role));
        return done(person, "role");
    }

    @POST
    @Path("{person}/disable")
    public Response disable(@RestPath UUID person) {
        manage.disable(person, admin.requiredId());
        return done(person, "disabled");
    }

    @POST
    @Path("{person}/enable")
    public Response enable(@RestPath UUID person) {
        manage.enable(person);
        return done(person, "enabled");
    }

    @POST
    @Path("{person}/sign-out")
    public Response signOut(@RestPath UUID person) {
        sessions.endAll(people.person(person).id);
        return done(person, "signed-out");
    }

    @POST
    @Path("{person}/codes-off")
    public Response codesOff(@RestPath UUID person) {
        codes.giveUp(people.person(person).id);
        return done(person, "codes-off");
    }

    /** Where there is no mail server the link is on this answer, and nowhere else. */
    @POST
    @Path("{person}/reset")
    public TemplateInstance reset(@RestPath UUID person) {
        var who = people.person(person);
        if (who.disabledAt != null) {
            throw Problem.conflict("The account is disabled: no password opens it.");
        }
        var link = resets.issue(who);
        return page(person, link.isPresent() ? "reset-link" : "reset-mail", link.orElse(""));
    }

    @POST
    @Path("{person}/delete")
    public Response delete(@RestPath UUID person, @RestForm @DefaultValue("") String email) {
        var who = people.person(person);
        if (!email.strip().equalsIgnoreCase(who.email)) {
            throw Problem.badRequest(
                    "To delete somebody, type the e-mail address of the account. Nothing is deleted.");
        }
        delete.delete(person, admin.requiredId());
        return Response.seeOther(URI.create("/admin/people?done=deleted")).build();
    }

    private TemplateInstance page(UUID id, String done, String link) {
        return Templates.person(views.of(id), List.of(Role.values()), done, link);
    }

    private static Role parse(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("A role is learner, author or admin."));
    }

    private static Response done(UUID person, String what) {
        return Response.seeOther(URI.create("/admin/people/" + person + "?done=" + what)).build();
    }
}
