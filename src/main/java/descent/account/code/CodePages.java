package descent.account.code;

import descent.account.CurrentPerson;
import descent.account.Person;
import descent.account.password.ProvePassword;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** One's own one-time codes. Each change asks for the password. */
@Path("/account/codes")
@Authenticated
public class CodePages {
    private static final String WRONG_PASSWORD = "This is not your password.";

    private final SecondFactors factors;
    private final ProvePassword prove;
    private final CurrentPerson person;

    CodePages(SecondFactors factors, ProvePassword prove, CurrentPerson person) {
        this.factors = factors;
        this.prove = prove;
        this.person = person;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance codesSetUp(
                String secret,
                String address,
                QrPicture picture,
                LocalPath from,
                Map<String, String> errors);

        static native TemplateInstance codes(long recoveryCodes, String error);

        static native TemplateInstance recoveryCodes(List<String> codes, LocalPath from);
    }

    @GET
    public TemplateInstance codes(@RestQuery @DefaultValue("/account") String from) {
        var who = person.required();
        return who.codesSince == null
                ? setUp(who, from, Map.of())
                : Templates.codes(factors.recoveryCodesLeft(who.id), "");
    }

    @POST
    public Response confirm(
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("/account") String from,
            @Context HttpServerRequest request) {
        var who = person.required();
        if (who.codesSince != null) {
            throw Problem.conflict("One-time codes are set up already.");
        }
        if (!prove.prove(who, password, request)) {
            return refused(setUp(who, from, Map.of("password", WRONG_PASSWORD)));
        }
        return factors.confirm(who.id, code)
                .map(codes -> Response.ok(Templates.recoveryCodes(codes, LocalPath.of(from))))
                .map(Response.ResponseBuilder::build)
                .orElseGet(() ->
                        refused(
                                setUp(
                                        who,
                                        from,
                                        Map.of(
                                                "code",
                                                "This is not the code that the app shows now. Is the clock of the phone right?"))));
    }

    @POST
    @Path("recovery")
    public Response renewRecoveryCodes(
            @RestForm @DefaultValue("") String password, @Context HttpServerRequest request) {
        var who = person.required();
        if (!prove.prove(who, password, request)) {
            return refused(Templates.codes(factors.recoveryCodesLeft(who.id), WRONG_PASSWORD));
        }
        var codes = factors.renewRecoveryCodes(who.id);
        return Response.ok(Templates.recoveryCodes(codes, LocalPath.of("/account"))).build();
    }

    @POST
    @Path("give-up")
    public Response giveUp(
            @RestForm @DefaultValue("") String password, @Context HttpServerRequest request) {
        var who = person.required();
        if (!prove.prove(who, password, request)) {
            return refused(Templates.codes(factors.recoveryCodesLeft(who.id), WRONG_PASSWORD));
        }
        factors.giveUp(who.id);
        return Response.seeOther(URI.create("/account?done=codes")).build();
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }

    private TemplateInstance setUp(Person who, String from, Map<String, String> errors) {
        var secret = Base32.of(factors.prepare(who.id));
        var address = address(who.email, secret);
        return Templates.codesSetUp(
                secret.replaceAll("(.{4})(?!$)", "$1 "),
                address,
                QrPicture.of(address),
                LocalPath.of(from),
                errors);
    }

    /** The form that authenticator apps read. */
    private static String address(String email, String secret) {
        return "otpauth://totp/Descent:%s?secret=%s&issuer=Descent"
                .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8), secret);
    }
}
