package descent.experiment;

import descent.account.CurrentPerson;
import descent.account.StandingSession;
import descent.enrolment.Enrolments;
import descent.run.CancelExperiment;
import descent.run.Experiments;
import descent.run.ReadSpec;
import descent.run.RequestRun;
import descent.run.RunRequest;
import descent.run.stream.Follower;
import descent.run.stream.RunStreams;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import descent.shared.web.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Experiments of one's own: asking for them, following them, ending them. Recorded presets are open
 * to all.
 */
@Path("/experiments")
@Produces(MediaType.APPLICATION_JSON)
public class ExperimentResource {
    /** More than anybody clicks; each leaves a row. */
    private static final Limit REQUESTS = new Limit.PerWindow(120, Duration.ofMinutes(1));

    private final RequestRun requestRun;
    private final ReadSpec readSpec;
    private final Throttle throttle;
    private final CancelExperiment cancelExperiment;
    private final Experiments experiments;
    private final RunStreams streams;
    private final Enrolments enrolments;
    private final CurrentPerson person;
    private final StandingSession session;

    ExperimentResource(
            RequestRun requestRun,
            ReadSpec readSpec,
            Throttle throttle,
            CancelExperiment cancelExperiment,
            Experiments experiments,
            RunStreams streams,
            Enrolments enrolments,
            CurrentPerson person,
            StandingSession session) {
        this.requestRun = requestRun;
        this.readSpec = readSpec;
        this.throttle = throttle;
        this.cancelExperiment = cancelExperiment;
        this.experiments = experiments;
        this.streams = streams;
        this.enrolments = enrolments;
        this.person = person;
        this.session = session;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(byte[] body) throws IOException {
        var asked = NewExperiment.read(body);
        if (asked.course() == null || asked.spec() == null) {
            throw Problem.unprocessable(
                    "The fields \"course\" and \"spec\" must be there.", Map.of());
        }
        var who = enrolments.requireEnrolled(asked.course());
        var spec = NewExperiment.orRefused(() -> readSpec.asked(asked.spec(), who));
        throttle.take("experiments " + who, REQUESTS);
        var name = Objects.requireNonNullElse(asked.name(), "");
        var id = requestRun.request(spec, new RunRequest(who, asked.course(), null, name));
        return Response.created(URI.create("/experiments/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    public Experiments.View view(@RestPath UUID id) {
        return experiments.view(id, person.id().orElse(null));
    }

    /** Everything recorded so far, as one JSON array. */
    @GET
    @Path("{id}/records")
    @PermitAll
    public String records(@RestPath UUID id) {
        return experiments.records(id, person.id().orElse(null));
    }

    /** Of one that has ended nothing changes. */
    @POST
    @Path("{id}/cancel")
    @Authenticated
    public void cancel(@RestPath UUID id) {
        cancelExperiment.cancel(id, person.requiredId());
    }

    /**
     * The progress of some experiments, until all have ended.
     *
     * @param of their ids, separated by commas
     * @param from where to begin, as the id of an event says; left out: at the beginning
     * @param last where a broken stream had come to, as the browser tells by itself
     */
    @GET
    @Path("stream")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> stream(
            @RestQuery @DefaultValue("") String of,
            @RestQuery @DefaultValue("") String from,
            @HeaderParam("Last-Event-ID") @DefaultValue("") String last,
            @Context Sse sse) {
        return streams.stream(
                ids(of),
                RunStreams.positions(last.isEmpty() ? from : last),
                new Follower(person.id().orElse(null), session.ofThisRequest()),
                sse);
    }

    private static List<UUID> ids(String text) {
        try {
            return Arrays.stream(text.split(",")).map(UUID::fromString).toList();
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("experiment");
        }
    }
}
