package descent.help;

import descent.shared.text.Formulas;
import descent.shared.text.Html;
import descent.shared.text.Links;
import descent.shared.text.StoredFormulas;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The guides as pages to read. */
@Path("/help")
@PermitAll
public class HelpPages {
    private final Formulas formulas;

    HelpPages(StoredFormulas formulas) {
        this.formulas = formulas;
    }

    @CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance guides(List<Guide> guides);

        static native TemplateInstance guide(Guide guide, List<Guide> guides, Html text);
    }

    @GET
    public TemplateInstance guides() {
        return Templates.guides(List.of(Guide.values()));
    }

    @GET
    @Path("{guide}")
    public TemplateInstance guide(@RestPath("guide") String id) {
        var guide = Guide.of(id).orElseThrow(() -> Problem.notFound("guide"));
        return Templates.guide(
                guide, List.of(Guide.values()), guide.text().render(formulas, Links.plain()));
    }
}
