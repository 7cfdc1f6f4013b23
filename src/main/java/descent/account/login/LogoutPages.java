package descent.account.login;

import descent.account.session.Sessions;
import descent.shared.web.WhileLooking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Signing out: a deed, never a link. */
@Path("/logout")
@PermitAll
public class LogoutPages {
    private final Sessions sessions;

    LogoutPages(Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @WhileLooking
    public Response logout(@Context HttpServerRequest request) {
        sessions.end(request);
        return Response.seeOther(URI.create("/")).build();
    }
}
