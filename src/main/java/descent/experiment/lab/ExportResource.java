package descent.experiment.lab;

import descent.account.CurrentPerson;
import descent.engine.diagnostics.LayerWeights;
import descent.engine.spec.Json;
import descent.run.Experiments;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A run to take along: its spec, the weights it began with, its curves. */
@Path("/experiments/{id}/export")
@PermitAll
public class ExportResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Experiments experiments;
    private final CurrentPerson person;

    ExportResource(Experiments experiments, CurrentPerson person) {
        this.experiments = experiments;
        this.person = person;
    }

    @GET
    @Path("spec.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response spec(@RestPath UUID id) {
        return file(id, "spec.json", experiments.view(id, who()).spec());
    }

    @GET
    @Path("curves.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response curvesAsJson(@RestPath UUID id) {
        return file(id, "curves.json", Json.of(experiments.curves(id, who())));
    }

    @GET
    @Path("curves.csv")
    @Produces(CSV)
    public Response curvesAsCsv(@RestPath UUID id) {
        return file(id, "curves.csv", CsvOfRun.curves(experiments.curves(id, who())));
    }

    @GET
    @Path("weights.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response weightsAsJson(@RestPath UUID id) {
        return file(
                id,
                "weights.json",
                weights(id).stream().map(Json::of).collect(Collectors.joining(",", "[", "]")));
    }

    @GET
    @Path("weights.csv")
    @Produces(CSV)
    public Response weightsAsCsv(@RestPath UUID id) {
        return file(id, "weights.csv", CsvOfRun.weights(weights(id)));
    }

    private List<LayerWeights> weights(UUID id) {
        return InitialWeights.of(experiments.spec(id, who()).spec());
    }

    private @Nullable UUID who() {
        return person.id().orElse(null);
    }

    /** Named by the experiment's number: what people call it is no file name. */
    private static Response file(UUID id, String name, String content) {
        return Response.ok(content)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"descent-%s-%s\""
                                .formatted(id.toString().substring(0, 8), name))
                .build();
    }
}
