package descent.account.session;

import descent.account.AccountConfig;
import descent.account.Person;
import descent.shared.Token;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.web.HostCookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Begins sessions and ends them. */
@ApplicationScoped
public class Sessions {
    private static final HostCookie SESSION = new HostCookie("descent-session");
    private static final HostCookie DEVICE = new HostCookie("descent-device");

    /** How long a browser is known in which nobody signs in any more. */
    private static final Duration DEVICE_KEPT = Duration.ofDays(180);

    private final AccountConfig config;
    private final AuditLog audit;
    private final News news;
    private final Clock clock;

    Sessions(AccountConfig config, AuditLog audit, News news, Clock clock) {
        this.config = config;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    static Optional<Token> token(HttpServerRequest request) {
        return SESSION.value(request).map(Token::new);
    }

    /**
     * Signs somebody in, whose password has just been proven, in a session with a token of its own:
     * one that a stranger put into the browser before is worth nothing.
     *
     * @param remembered whether it outlives the browser's closing
     */
    @Transactional
    public void begin(Person person, boolean remembered, HttpServerRequest request) {
        token(request).ifPresent(old -> Session.deleteById(old.hash()));
        var token = Token.random();
        var now = clock.instant();
        new Session(token, person, remembered, Browser.of(request), config.session(), now)
                .persist();
        setCookie(request, token, remembered);
        rememberDevice(person, request);
        audit.record(person.id, AuditAction.LOGIN, AuditSubject.person(person.id), Map.of());
    }

    /** Signs out. */
    @Transactional
    public void end(HttpServerRequest request) {
        current(request)
                .ifPresent(session -> {
                    session.delete();
                    audit.record(
                            session.person.id,
                            AuditAction.LOGOUT,
                            AuditSubject.person(session.person.id),
                            Map.of());
                });
        SESSION.remove(request);
    }

    /** The password was typed again: the session goes on, under a new token. */
    @Transactional
    public void proveAgain(HttpServerRequest request) {
        renew(request).ifPresent(session -> session.provenAt = clock.instant());
    }

    /** Gives the session of this request a new token and ends all others of its person. */
    @Transactional
    public void renewAndEndOthers(HttpServerRequest request) {
        renew(request)
                .ifPresent(session -> {
                    session.provenAt = clock.instant();
                    Session.delete(
                            "person.id = ?1 and tokenHash <> ?2",
                            session.person.id,
                            session.tokenHash);
                    news.send(Topic.SESSIONS_ENDED, session.person.id.toString());
                });
    }

    /** Signs a person out everywhere. */
    @Transactional
    public void endAll(UUID personId) {
        Session.delete("person.id", personId);
        news.send(Topic.SESSIONS_ENDED, personId.toString());
        audit.record(AuditAction.SESSIONS_ENDED, AuditSubject.person(personId));
    }

    /** Ends one of a person's sessions; nothing happens when it is another's, or over. */
    @Transactional
    public void end(UUID personId, UUID sessionId) {
        if (Session.delete("id = ?1 and person.id = ?2", sessionId, personId) > 0) {
            news.send(Topic.SESSIONS_ENDED, personId.toString());
            audit.record(AuditAction.SESSIONS_ENDED, AuditSubject.person(personId));
        }
    }

    /** Where a person is signed in, the last used first. */
    @Transactional
    public List<Session> of(UUID personId) {
        var now = clock.instant();
        return Session.<Session>list("person.id = ?1 order by lastSeenAt desc", personId).stream()
                .filter(session -> session.isLive(config.session(), now))
                .toList();
    }

    /** Empty where there is none, or none any more. */
    @Transactional
    public Optional<Session> current(HttpServerRequest request) {
        return token(request).flatMap(this::live);
    }

    @Transactional
    boolean isLive(Token token) {
        return live(token).isPresent();
    }

    private Optional<Session> live(Token token) {
        return Session.<Session>findByIdOptional(token.hash())
                .filter(session -> session.isLive(config.session(), clock.instant()));
    }

    /** Whether this person has signed in with this browser before. */
    @Transactional
    public boolean isKnownDevice(UUID personId, HttpServerRequest request) {
        return device(personId, request).isPresent();
    }

    /** What failed tries of a known browser are counted under. */
    public Optional<String> deviceKey(HttpServerRequest request) {
        return DEVICE.value(request).map(value -> new Token(value).hash());
    }

    private Optional<Session> renew(HttpServerRequest request) {
        var old = current(request);
        if (old.isEmpty()) {
            return old;
        }
        var token = Token.random();
        var renewed = old.get().renewed(token);
        renewed.persist();
        old.get().delete();
        setCookie(request, token, renewed.remembered);
        return Optional.of(renewed);
    }

    private void setCookie(HttpServerRequest request, Token token, boolean remembered) {
        SESSION.set(
                request,
                token.text(),
                Optional.of(config.session().remembered()).filter(time -> remembered));
    }

    /** A browser that two people share is known for each of them, as the one who was there last. */
    private void rememberDevice(Person person, HttpServerRequest request) {
        var known = device(person.id, request);
        if (known.isPresent()) {
            known.get().lastLoginAt = clock.instant();
            return;
        }
        var token = Token.random();
        new KnownDevice(token, person.id, clock.instant()).persist();
        DEVICE.set(request, token.text(), Optional.of(DEVICE_KEPT));
    }

    private Optional<KnownDevice> device(UUID personId, HttpServerRequest request) {
        return deviceKey(request)
                .flatMap(hash -> KnownDevice.<KnownDevice>findByIdOptional(hash))
                .filter(device -> device.personId.equals(personId));
    }

    @Transactional
    void removeOld() {
        var now = clock.instant();
        Session.delete("expiresAt < ?1", now);
        KnownDevice.delete("lastLoginAt < ?1", now.minus(DEVICE_KEPT));
    }
}
