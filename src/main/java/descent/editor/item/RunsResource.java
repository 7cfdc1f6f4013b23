package descent.editor.item;

import descent.account.CurrentPerson;
import descent.experiment.preset.AskedRun;
import descent.experiment.preset.PresetTrial;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The runs of a preset as its author's draft has it, before learners see any of it. */
@Path("/editor/courses/{course}/runs/{name:.+}")
@RolesAllowed("author")
public class RunsResource {
    private final Items items;
    private final PresetTrial trial;
    private final CurrentPerson person;

    RunsResource(Items items, PresetTrial trial, CurrentPerson person) {
        this.items = items;
        this.trial = trial;
        this.person = person;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public List<AskedRun> run(
            @RestPath String course,
            @RestPath String name,
            @RestQuery @DefaultValue("") String id) {
        var author = person.requiredId();
        var listed = items.of(course, name, ItemKind.PRESET.key(), author);
        listed.item(id);
        return trial.run(author, items.draft(listed), id);
    }
}
