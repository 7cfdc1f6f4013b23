package descent.experiment.lab;

import descent.account.CurrentPerson;
import descent.engine.spec.Json;
import descent.engine.spec.SpecField;
import descent.experiment.NewExperiment;
import descent.run.ReadSpec;
import descent.run.budget.Budgets;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/**
 * What the lab asks while somebody sets up an experiment: which settings there are, what a spec
 * means and costs, and how its data look. Nothing is trained here.
 */
@Path("/lab")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class LabResource {
    /** The same as long as the program runs. */
    private static final String FIELDS = Json.of(SpecField.experiment());

    private final ReadSpec readSpec;
    private final Budgets budgets;
    private final CurrentPerson person;

    LabResource(ReadSpec readSpec, Budgets budgets, CurrentPerson person) {
        this.readSpec = readSpec;
        this.budgets = budgets;
        this.person = person;
    }

    @GET
    @Path("fields")
    public String fields() {
        return FIELDS;
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    public CheckedSpec check(byte[] body) throws IOException {
        var asked = NewExperiment.read(body);
        var who = person.id();
        var spec = NewExperiment.orRefused(() -> readSpec.asked(asked.spec(), who.orElse(null)));
        return CheckedSpec.of(
                spec, budgets.estimate(spec.spec(), who), who.map(budgets::allowanceOf));
    }

    @POST
    @Path("examples")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownExamples examples(byte[] body) throws IOException {
        var asked = NewExperiment.read(body);
        return ShownExamples.of(
                NewExperiment.orRefused(
                                () -> readSpec.asked(asked.spec(), person.id().orElse(null)))
                        .spec());
    }
}
