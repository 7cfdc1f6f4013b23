package descent.admin;

import descent.account.AccountConfig;
import descent.account.setting.SiteSettings;
import descent.shared.mail.MailServer;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What is decided for the whole site: here, or by the configuration that it was started with. */
@Path("/admin/settings")
@RolesAllowed("admin")
public class SettingsPages {
    private final SiteSettings settings;
    private final AccountConfig account;
    private final Addresses addresses;
    private final MailServer server;
    private final Config config;

    SettingsPages(
            SiteSettings settings,
            AccountConfig account,
            Addresses addresses,
            MailServer server,
            Config config) {
        this.settings = settings;
        this.account = account;
        this.addresses = addresses;
        this.server = server;
        this.config = config;
    }

    /**
     * Something that is configured.
     *
     * @param key under which it is
     */
    public record Row(String what, String value, String key) {}

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                boolean codes, boolean fixed, List<Row> configured, String done);
    }

    @GET
    public TemplateInstance settings(@RestQuery @DefaultValue("") String done) {
        return Templates.settings(
                settings.adminsNeedCodes(), settings.isFixed(), configured(), done);
    }

    @POST
    public Response change(@RestForm boolean codes) {
        settings.setAdminsNeedCodes(codes);
        return Response.seeOther(URI.create("/admin/settings?done=settings")).build();
    }

    private List<Row> configured() {
        var session = account.session();
        var login = account.login();
        return List.of(
                new Row("Address of this site", addresses.absolute("/"), "descent.url"),
                new Row(
                        "Mail",
                        server.isThere() ? "is sent" : "is not sent: there is no mail server",
                        "descent.mail.host"),
                new Row("Proxies that are believed", text("descent.proxies"), "descent.proxies"),
                new Row(
                        "Plain http over a network",
                        text("descent.allow-http"),
                        "descent.allow-http"),
                new Row(
                        "Signed in without a request",
                        StatePages.words(session.idle()),
                        "descent.account.session.idle"),
                new Row(
                        "Signed in at most",
                        StatePages.words(session.absolute()),
                        "descent.account.session.absolute"),
                new Row(
                        "Where \"stay signed in here\" was chosen",
                        StatePages.words(session.remembered()),
                        "descent.account.session.remembered"),
                new Row(
                        "Wrong passwords for an account from one place, in a minute",
                        String.valueOf(login.perAccount()),
                        "descent.account.login.per-account"),
                new Row(
                        "Wrong passwords from one place, in a minute",
                        String.valueOf(login.perPlace()),
                        "descent.account.login.per-place"),
                new Row("Content comes from", text("descent.content"), "descent.content"));
    }

    private String text(String key) {
        return config.getOptionalValue(key, String.class).orElse("not set");
    }
}
