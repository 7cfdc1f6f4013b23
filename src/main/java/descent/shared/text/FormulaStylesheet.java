package descent.shared.text;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The classes that stand for the inline styles of formulas. The address carries a version, so it
 * may be kept.
 */
@Path("/formulas.css")
@PermitAll
public class FormulaStylesheet {
    private final StoredFormulas formulas;

    FormulaStylesheet(StoredFormulas formulas) {
        this.formulas = formulas;
    }

    @GET
    @Produces("text/css")
    public Response rules() {
        return Response.ok(formulas.stylesheet())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
