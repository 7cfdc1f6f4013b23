package descent.experiment.path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths of optimizers. The address holds all that was chosen, so it can be passed on. */
@Path("/experiments/paths")
@PermitAll
public class PathPages {
    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance paths(PathForm form, @Nullable PathView view);
    }

    @GET
    @Compressed
    public Response page(@Context UriInfo address) {
        var typed = address.getQueryParameters();
        var form = PathForm.read(name -> typed.getOrDefault(name, List.of()));
        boolean isRight = form.problems().isEmpty();
        var view = isRight ? PathView.of(form, step(typed.getFirst("step"))) : null;
        return Response.status(isRight ? 200 : 422).entity(Templates.paths(form, view)).build();
    }

    /** Without one the whole paths are shown. */
    private static int step(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,4}")
                ? Integer.parseInt(typed)
                : Integer.MAX_VALUE;
    }
}
