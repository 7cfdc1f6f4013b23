package descent.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** One's own account. */
@Path("/account")
@Authenticated
public class AccountPages {
    private final CurrentPerson person;

    AccountPages(CurrentPerson person) {
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(Person person);
    }

    @GET
    public TemplateInstance account() {
        return Templates.account(person.required());
    }
}
