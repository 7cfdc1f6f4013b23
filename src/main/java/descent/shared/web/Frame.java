package descent.shared.web;

import descent.shared.text.StoredFormulas;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * What the frame of every page says beside the page's own content: who is here, and which
 * stylesheets.
 */
@Named("frame")
@RequestScoped
public class Frame {
    /** The attribute of the security identity that holds the name to greet. */
    public static final String NAME_ATTRIBUTE = "descent.name";

    private final SecurityIdentity identity;
    private final StoredFormulas formulas;

    Frame(SecurityIdentity identity, StoredFormulas formulas) {
        this.identity = identity;
        this.formulas = formulas;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public String getName() {
        String name = identity.getAttribute(NAME_ATTRIBUTE);
        return name == null ? "" : name;
    }

    public boolean isAuthor() {
        return identity.hasRole("author") || identity.hasRole("admin");
    }

    public boolean isAdmin() {
        return identity.hasRole("admin");
    }

    public int getFormulaVersion() {
        return formulas.stylesheetVersion();
    }
}
