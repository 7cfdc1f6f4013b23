package descent.experiment.lab;

import descent.account.CurrentPerson;
import descent.engine.data.CsvException;
import descent.engine.data.CsvTable;
import descent.run.OwnTables;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Examples of one's own, pasted as comma-separated values. */
@Path("/lab/tables")
@Authenticated
public class TablePages {
    private final OwnTables tables;
    private final CurrentPerson person;

    TablePages(OwnTables tables, CurrentPerson person) {
        this.tables = tables;
        this.person = person;
    }

    /**
     * What somebody wants to bring along.
     *
     * @param error what is wrong with it; empty at first
     */
    public record NewTable(
            String name, String text, String target, CsvTable.Target kind, String error) {
        static final NewTable NONE = new NewTable("", "", "", CsvTable.Target.GUESS, "");

        NewTable refused(String why) {
            return new NewTable(name, text, target, kind, why);
        }
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tables(
                List<OwnTables.View> tables, int most, NewTable asked);
    }

    @GET
    public TemplateInstance tables() {
        return page(NewTable.NONE);
    }

    @POST
    public Response add(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String text,
            @RestForm @DefaultValue("") String target,
            @RestForm @DefaultValue("GUESS") CsvTable.Target kind) {
        var asked = new NewTable(name, text, target, kind, "");
        try {
            var column = Optional.of(target.strip()).filter(t -> !t.isEmpty());
            tables.keep(person.requiredId(), name, CsvTable.read(text, column, kind));
            return Response.seeOther(URI.create("/lab/tables")).build();
        } catch (CsvException e) {
            return Response.status(422)
                    .entity(page(asked.refused(String.valueOf(e.getMessage()))))
                    .build();
        }
    }

    @POST
    @Path("{id}/delete")
    public Response delete(@RestPath UUID id) {
        tables.delete(id, person.requiredId());
        return Response.seeOther(URI.create("/lab/tables")).build();
    }

    private TemplateInstance page(NewTable asked) {
        return Templates.tables(tables.of(person.requiredId()), OwnTables.MOST, asked);
    }
}
