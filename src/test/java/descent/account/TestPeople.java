package descent.account;

import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.enrolment.CourseAuthors;
import descent.testing.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** People for tests that need no browser: each call makes somebody new. */
@ApplicationScoped
public class TestPeople {
    private final CourseAuthors authors;

    TestPeople(CourseAuthors authors) {
        this.authors = authors;
    }

    @Transactional
    public UUID signedUp(Role role) {
        var id = UUID.randomUUID();
        var email = EmailAddress.of(id + "@example.org").orElseThrow();
        new Person(id, "Somebody", email, role, ZoneId.of("UTC"), Instant.now()).persist();
        return id;
    }

    /** Gives somebody who has signed up another role. */
    @Transactional
    public UUID give(String email, Role role) {
        var person = Person.withEmail(EmailAddress.of(email).orElseThrow()).orElseThrow();
        person.role = role;
        return person.id;
    }

    /** What a start without an admin prints. */
    @Transactional
    public String firstAdminLink() {
        var token = OneTimeLink.issue(Purpose.FIRST_ADMIN, "", Duration.ofDays(1), Instant.now());
        return "/first-admin/" + token.text();
    }

    /** Somebody new, signed in, who writes this course. */
    @Transactional
    public Client author(String course) {
        var client = Client.learner();
        authors.set(give(client.email(), Role.AUTHOR), Set.of(course));
        return client;
    }

    /** Somebody new, signed in, with this role. */
    public Client client(Role role) {
        var client = Client.learner();
        give(client.email(), role);
        return client;
    }
}
