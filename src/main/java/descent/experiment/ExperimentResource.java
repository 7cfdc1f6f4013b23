package descent.experiment;

import descent.account.CurrentPerson;
import descent.enrolment.Enrolments;
import descent.run.CancelExperiment;
import descent.run.Experiments;
import descent.run.RequestRun;
import descent.run.RunRequest;
import descent.run.RunStreams;
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
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Experiments of one's own: asking for them, following them, ending them. Recorded presets are open
 * to all.
 */
@Path("/experiments")
@Produces(MediaType.APPLICATION_JSON)
public class ExperimentResource {
    private final RequestRun requestRun;
    private final CancelExperiment cancelExperiment;
    private final Experiments experiments;
    private final RunStreams streams;
    private final Enrolments enrolments;
    private final CurrentPerson person;

    ExperimentResource(
            RequestRun requestRun,
            CancelExperiment cancelExperiment,
            Experiments experiments,
            RunStreams streams,
            Enrolments enrolments,
            CurrentPerson person) {
        this.requestRun = requestRun;
        this.cancelExperiment = cancelExperiment;
        this.experiments = experiments;
        this.streams = streams;
        this.enrolments = enrolments;
        this.person = person;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(@Nullable NewExperiment asked) {
        if (asked == null || asked.course() == null) {
            throw Problem.badRequest("Send an object with the fields course, name and spec.");
        }
        var who = enrolments.requireEnrolled(asked.course());
        var spec = Specs.read(asked.spec());
        var name = asked.name() == null || asked.name().isBlank() ? "Run" : asked.name();
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
                person.id().orElse(null),
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
