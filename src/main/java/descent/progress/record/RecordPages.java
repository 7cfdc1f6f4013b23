package descent.progress.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.account.CurrentPerson;
import descent.activity.ActivityHistory;
import descent.shared.web.Addresses;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** A learner's activities as statements of the Experience API. */
@Path("/home/xapi.json")
@Authenticated
public class RecordPages {
    private static final int BATCH = 500;

    private final CurrentPerson person;
    private final ActivityHistory history;
    private final Addresses addresses;
    private final ObjectMapper json;

    RecordPages(
            CurrentPerson person, ActivityHistory history, Addresses addresses, ObjectMapper json) {
        this.person = person;
        this.history = history;
        this.addresses = addresses;
        this.json = json;
    }

    @GET
    public Response statements() {
        var id = person.requiredId();
        return Response.ok((StreamingOutput) out -> write(id, out), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"xapi.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** In batches: nobody's whole history need fit into memory. */
    private void write(UUID id, OutputStream out) throws IOException {
        var site = addresses.absolute("");
        try (var array = json.createGenerator(out)) {
            array.writeStartArray();
            var deeds = history.after(id, 0, BATCH);
            while (!deeds.isEmpty()) {
                for (var deed : deeds) {
                    array.writePOJO(Statement.of(deed).json(site));
                }
                deeds = history.after(id, deeds.getLast().id(), BATCH);
            }
            array.writeEndArray();
        }
    }
}
