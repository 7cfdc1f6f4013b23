package descent.shared.mail;

import descent.shared.Token;
import descent.shared.web.Problem;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Where the link at the foot of a mail leads. Opening it changes nothing: mail scanners open links.
 */
@Path("/unsubscribe/{token}")
@PermitAll
public class UnsubscribePages {
    private final Subscriptions subscriptions;
    private final List<LetterKind> kinds;

    UnsubscribePages(Subscriptions subscriptions, @All List<LetterKind> kinds) {
        this.subscriptions = subscriptions;
        this.kinds = kinds;
    }

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance unsubscribe(String topic, boolean done);
    }

    @GET
    public TemplateInstance form(@RestPath String token) {
        return Templates.unsubscribe(topic(token), false);
    }

    @POST
    public TemplateInstance send(@RestPath String token) {
        var topic = topic(token);
        subscriptions.unsubscribe(new Token(token));
        return Templates.unsubscribe(topic, true);
    }

    private String topic(String token) {
        return subscriptions
                .kindBehind(new Token(token))
                .flatMap(name -> kinds.stream().filter(k -> k.name().equals(name)).findAny())
                .flatMap(LetterKind::topic)
                .orElseThrow(() -> Problem.notFound("mail to unsubscribe from"));
    }
}
