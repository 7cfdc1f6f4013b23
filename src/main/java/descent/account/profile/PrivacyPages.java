package descent.account.profile;

import descent.shared.personal.PersonalData;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What is kept of people and how long, as the rooms themselves tell it. */
@Path("/privacy")
@PermitAll
public class PrivacyPages {
    private final PersonalArchive archive;

    PrivacyPages(PersonalArchive archive) {
        this.archive = archive;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance privacy(List<PersonalData> parts);
    }

    @GET
    public TemplateInstance privacy() {
        return Templates.privacy(archive.parts());
    }
}
