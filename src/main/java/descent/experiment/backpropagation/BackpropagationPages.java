package descent.experiment.backpropagation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Backpropagation, step by step. The address holds all that was chosen, so it can be passed on. */
@Path("/experiments/backpropagation")
@PermitAll
public class BackpropagationPages {
    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance backpropagation(ExerciseForm form, @Nullable WalkView view);
    }

    @GET
    @Compressed
    public Response page(@Context UriInfo address) {
        var typed = address.getQueryParameters();
        var form = ExerciseForm.read(typed::getFirst);
        var view =
                form.exercise()
                        .map(Walk::of)
                        .map(walk -> WalkView.of(walk, step(typed.getFirst("step"))));
        return Response.status(view.isPresent() ? 200 : 422)
                .entity(Templates.backpropagation(form, view.orElse(null)))
                .build();
    }

    /** A place in the walk is not worth an error. */
    private static int step(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    }
}
