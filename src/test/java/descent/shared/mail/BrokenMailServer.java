package descent.shared.mail;

import descent.testing.Client;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import java.util.Optional;

/** A fault inside the program, until the end of the test. */
public final class BrokenMailServer extends MailServer {
    /** What the fault says, and nobody outside should read. */
    public static final String SECRET = "relation \"secret_table\" in /etc/descent";

    private BrokenMailServer() {
        super(Optional.empty());
    }

    /** What somebody is answered who comes upon it. */
    public static Response answer(String accept) {
        QuarkusMock.installMockForType(new BrokenMailServer(), MailServer.class);
        return Client.visitor().request().accept(accept).get("/password/forgotten");
    }

    @Override
    public boolean isThere() {
        throw new IllegalStateException(SECRET);
    }
}
