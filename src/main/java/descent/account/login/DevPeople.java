package descent.account.login;

import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.Role;
import descent.account.session.Sessions;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/**
 * One learner and one admin to try the site with, without passwords. They exist in dev mode alone:
 * no other build contains this class.
 */
@IfBuildProfile("dev")
@Path("/login/dev/{who}")
@PermitAll
public class DevPeople {
    private final Sessions sessions;
    private final Clock clock;

    DevPeople(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    void make(@Observes StartupEvent start) {
        make("Lea Learner", address("learner"), Role.LEARNER);
        make("Adam Admin", address("admin"), Role.ADMIN);
    }

    @POST
    @Transactional
    public Response signIn(
            @RestPath String who,
            @RestForm @DefaultValue("/") String from,
            @Context HttpServerRequest request) {
        var person =
                EmailAddress.of(who + "@dev.example")
                        .flatMap(Person::withEmail)
                        .orElseThrow(() -> Problem.notFound("person of this name"));
        sessions.begin(person, false, request);
        return Response.seeOther(LocalPath.of(from).uri()).build();
    }

    private void make(String name, EmailAddress email, Role role) {
        if (Person.withEmail(email).isEmpty()) {
            new Person(UUID.randomUUID(), name, email, role, ZoneOffset.UTC, clock.instant())
                    .persist();
        }
    }

    private static EmailAddress address(String who) {
        return EmailAddress.of(who + "@dev.example").orElseThrow();
    }
}
