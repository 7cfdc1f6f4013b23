package descent.shared.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import descent.shared.postgres.DatabaseFaults;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tells what went wrong: by a page of ours to a browser, as JSON to a script. A fault of ours is
 * told by an id alone, which stands in the log beside what happened.
 */
@ApplicationScoped
public class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    /** The framework has its own mappers for these, at the priority of authentication. */
    private static final int BEFORE_THE_FRAMEWORK = Priorities.AUTHENTICATION - 1;

    private static final int TOO_MANY = 429;

    /** PostgreSQL's code, in its appendix A. */
    private static final String DISK_FULL = "53100";

    private static final Map<Integer, String> TITLES =
            Map.of(
                    400,
                    "This request was not understood",
                    401,
                    "Please sign in",
                    403,
                    "This is not open to you",
                    404,
                    "Nothing here",
                    405,
                    "Not possible here",
                    413,
                    "Too large",
                    TOO_MANY,
                    "Too much at once",
                    500,
                    "Something went wrong on our side",
                    503,
                    "Not available at the moment");

    @CheckedTemplate(basePath = "shared")
    static final class Templates {
        private Templates() {}

        /**
         * @param reason empty where the title says all
         */
        static native TemplateInstance error(
                int status, String title, String reason, @Nullable String id, LocalPath before);
    }

    private final SecurityIdentity identity;
    private final Event<Refusal> refusals;
    private final Duration pause;

    ErrorPages(
            SecurityIdentity identity,
            Event<Refusal> refusals,
            @ConfigProperty(name = "descent.too-many.pause") Duration pause) {
        this.identity = identity;
        this.refusals = refusals;
        this.pause = pause;
    }

    /**
     * Who asks for too much at once is told so after a pause, in which nothing is held but the
     * connection: else somebody's loop of requests would take the time of everybody's pages.
     */
    @ServerExceptionMapper
    public Uni<Response> problem(Problem problem, HttpHeaders headers, HttpServerRequest request) {
        if (problem.isRefusal()) {
            refused(problem.status(), request);
        }
        var told = Uni.createFrom().item(answer(problem, headers));
        return problem.status() == TOO_MANY ? told.onItem().delayIt().by(pause) : told;
    }

    /** A problem as its sender is told of it. */
    public Response answer(Problem problem, HttpHeaders headers) {
        var answer = answer(problem.status(), problem.reason(), null, problem.details(), headers);
        if (problem.retryAfter() != null) {
            // Rounded up: who comes back a moment too early is refused again.
            long seconds = problem.retryAfter().plusMillis(999).toSeconds();
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, seconds));
        }
        return answer.build();
    }

    /** A browser is led to the sign-in page and back; a script gets its 401. */
    @ServerExceptionMapper(priority = BEFORE_THE_FRAMEWORK)
    public Response unauthorized(
            UnauthorizedException e, HttpHeaders headers, HttpServerRequest request) {
        return wantsPage(headers)
                ? leadTo("/login", request)
                : answer(401, "Sign in first.", null, Map.of(), headers).build();
    }

    /**
     * Who could gain the missing role is led to where it is gained, and back. Roles are looked at
     * on a thread that may not wait for the audit log: another one does the rest.
     */
    @ServerExceptionMapper(priority = BEFORE_THE_FRAMEWORK)
    public Uni<Response> forbidden(
            ForbiddenException e, HttpHeaders headers, HttpServerRequest request) {
        return Uni.createFrom()
                .item(() -> forbidden(headers, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response forbidden(HttpHeaders headers, HttpServerRequest request) {
        String stepUp = identity.getAttribute(IdentityAttributes.STEP_UP);
        if (stepUp != null && wantsPage(headers)) {
            return leadTo(stepUp, request);
        }
        refused(403, request);
        return answer(403, "Your account may not do this.", null, Map.of(), headers).build();
    }

    private static Response leadTo(String path, HttpServerRequest request) {
        var back = URLEncoder.encode(LocalPath.whereabouts(request).text(), StandardCharsets.UTF_8);
        return Response.seeOther(URI.create(path + "?from=" + back)).build();
    }

    private void refused(int status, HttpServerRequest request) {
        refusals.fire(new Refusal(status, request.method() + " " + request.path()));
    }

    @ServerExceptionMapper
    public Response badJson(JacksonException e, HttpHeaders headers) {
        return answer(400, reason(e), null, Map.of(), headers).build();
    }

    @ServerExceptionMapper
    public Response standard(WebApplicationException e, HttpHeaders headers) {
        if (e.getCause() instanceof JacksonException bad) {
            return badJson(bad, headers);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return fault(e, headers);
        }
        var answer =
                answer(
                        status,
                        TITLES.getOrDefault(status, "This request was refused") + ".",
                        null,
                        Map.of(),
                        headers);
        var allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    public Response fault(Throwable fault, HttpHeaders headers) {
        if (isUnreadableForm(fault)) {
            return answer(Problem.badRequest("This form cannot be read."), headers);
        }
        if (isDiskFull(fault)) {
            LOG.error("the disk of the database is full", fault);
            return answer(
                    Problem.unavailable(
                            "The server has no room left. Nothing of this was kept; what was there before still is.",
                            Duration.ofMinutes(5)),
                    headers);
        }
        if (DatabaseFaults.isPassing(fault)) {
            return databaseAway(fault, headers);
        }
        var id = UUID.randomUUID().toString();
        LOG.errorf(fault, "fault %s", id);
        return answer(
                        500,
                        "The fault is in the log, under the number below.",
                        id,
                        Map.of(),
                        headers)
                .build();
    }

    private static Response databaseAway(Throwable fault, HttpHeaders headers) {
        LOG.warnf("answered 503, since the database is away or full: %s", fault);
        boolean page = wantsPage(headers);
        return Response.status(503)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER.toSeconds())
                .type(
                        page
                                ? MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")
                                : MediaType.APPLICATION_JSON_TYPE)
                .entity(page ? DatabaseAway.ANSWER.page() : DatabaseAway.ANSWER.json())
                .build();
    }

    private static boolean isDiskFull(Throwable fault) {
        for (var each = fault; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The framework has no exception of its own for forms of too many fields, or broken ones. */
    private static boolean isUnreadableForm(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("descent."))
                .anyMatch(FormBodyHandler.class.getName()::equals);
    }

    private static Response.ResponseBuilder answer(
            int status,
            String reason,
            @Nullable String id,
            Map<String, Object> details,
            HttpHeaders headers) {
        var answer = Response.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (wantsPage(headers)) {
            var title = TITLES.getOrDefault(status, "This was refused");
            return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(
                            Templates.error(
                                            status,
                                            title,
                                            reason.equals(title + ".") ? "" : reason,
                                            id,
                                            before(headers))
                                    .render());
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("status", status);
        body.put("error", reason);
        body.putAll(details);
        if (id != null) {
            body.put("id", id);
        }
        return answer.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    }

    /** Where the form stands that was refused, or the link that leads nowhere. */
    private static LocalPath before(HttpHeaders headers) {
        return LocalPath.before(
                headers.getHeaderString("Referer"), headers.getHeaderString(HttpHeaders.HOST));
    }

    /** Whether the answer goes to a browser's window, not to a script. */
    public static boolean wantsPage(HttpHeaders headers) {
        var accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    /** Field and kind of mistake; never the library's own words, which name our classes. */
    private static String reason(JacksonException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "This is not JSON.";
        }
        var field =
                mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getFieldName())
                        .collect(Collectors.joining("."));
        return e instanceof UnrecognizedPropertyException unknown
                ? "There is no field \"%s\" here; known are: %s."
                        .formatted(field, unknown.getKnownPropertyIds())
                : "The field \"%s\" has a value that does not fit.".formatted(field);
    }
}
