package descent.shared.web;

import descent.shared.text.StoredFormulas;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * What the frame of every page says beside the page's own content: who is here, how, and which
 * stylesheets.
 */
@Named("frame")
@RequestScoped
public class Frame {
    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;
    private final StoredFormulas formulas;

    Frame(SecurityIdentity identity, CurrentVertxRequest request, StoredFormulas formulas) {
        this.identity = identity;
        this.request = request;
        this.formulas = formulas;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public String getName() {
        return attribute(IdentityAttributes.NAME);
    }

    public boolean isAuthor() {
        return identity.hasRole("author") || isAdmin();
    }

    /** Also of an admin who has to type the password again before the next admin page. */
    public boolean isAdmin() {
        return identity.hasRole("admin") || !attribute(IdentityAttributes.STEP_UP).isEmpty();
    }

    /** The course that an author is looking at as a learner; empty when not. */
    public String getViewedCourse() {
        return attribute(IdentityAttributes.VIEWED_COURSE);
    }

    /** Whether what is typed here crosses a network unencrypted. */
    public boolean isPlainHttp() {
        return request.getCurrent() != null
                && ClientAddress.isPlain(request.getCurrent().request());
    }

    /** Of the frame; a page that is not translated says so itself. */
    public Language getLanguage() {
        return request.getCurrent() == null
                ? Language.ENGLISH
                : Language.of(request.getCurrent().request());
    }

    public int getFormulaVersion() {
        return formulas.stylesheetVersion();
    }

    private String attribute(String name) {
        String value = identity.getAttribute(name);
        return value == null ? "" : value;
    }
}
