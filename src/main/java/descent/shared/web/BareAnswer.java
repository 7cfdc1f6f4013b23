package descent.shared.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer that is given without asking who is here, since that could be the very thing that
 * fails, or before anything of the request is read: a page to a browser, JSON to a script.
 */
public record BareAnswer(int status, String title, String reason) {
    @CheckedTemplate(basePath = "shared")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bare(String title, String reason);
    }

    public String page() {
        return Templates.bare(title, reason).render();
    }

    public String json() {
        return "{\"status\":%d,\"error\":\"%s\"}".formatted(status, reason);
    }

    /** Ends the answer to a request. */
    public void send(HttpServerRequest request, HttpServerResponse response) {
        var accept = request.getHeader("Accept");
        boolean page = accept != null && accept.contains("text/html");
        response.setStatusCode(status)
                .putHeader("Content-Type", page ? "text/html; charset=UTF-8" : "application/json")
                .end(page ? page() : json());
    }
}
