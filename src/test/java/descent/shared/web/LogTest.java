package descent.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.shared.mail.Mailbox;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the log after a story full of secrets. */
@QuarkusTest
class LogTest {
    private static final String FORGED = "mallory@example.org\r\n2026-11-26 INFO admin login ok";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler ear =
            new Handler() {
                private final SimpleFormatter formatter = new SimpleFormatter();

                @Override
                public void publish(LogRecord record) {
                    if (record.getLoggerName().contains("mailer")) {
                        return; // Instead of a mail server, in tests and in dev mode.
                    }
                    lines.add(formatter.formatMessage(record) + " " + record.getThrown());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(ear);
    }

    @Test
    void f13NoSecretAndNoForgedLineIsInTheLog() {
        Logger.getLogger("descent").info("the ear hears");
        var mailbox = Mailbox.install();
        var ada = Client.visitor();
        ada.post(
                "/sign-up",
                Map.of("name", FORGED, "email", ada.email(), "password", "a very secret word"));
        mailbox.settle();
        var link = mailbox.link(ada.email(), "Your account");
        ada.post(link, Map.of("password", "a wrong secret"));
        ada.post(link, Map.of("password", "a very secret word"));
        var session = ada.cookie(Client.SESSION_COOKIE);
        ada.post("/login", Map.of("email", FORGED, "password", "a wrong secret"));
        ada.post("/password/forgotten", Map.of("email", ada.email()));
        mailbox.settle();
        var reset = mailbox.link(ada.email(), "A new password");
        ada.post(reset, Map.of("password", "short"));
        ada.get("/nowhere/" + session);
        ada.request().header("Cookie", "x=" + session + "; =;;;\u0001").get("/account");
        ada.postJson("/experiments", "{\"course\":\"a very secret word\"");
        assertFalse(lines.isEmpty(), "the ear hears");
        var log = String.join("\n", lines);
        for (var secret : List.of("secret", session, token(link), token(reset), "admin login ok")) {
            assertFalse(log.contains(secret), () -> secret + " is in the log:\n" + log);
        }
        assertEquals(0, lines.stream().filter(line -> line.startsWith("2026-11-26 INFO")).count());
    }

    /** Logs within a request: that one was refused. */
    @ApplicationScoped
    static class Listener {
        void refused(@Observes Refusal refusal) {
            Logger.getLogger("descent.test").info("refused " + refusal.status());
        }
    }

    @Test
    void linesOfARequestCarryItsIdAndThePersons() {
        var found = new CopyOnWriteArrayList<ExtLogRecord>();
        var idEar =
                new ExtHandler() {
                    @Override
                    protected void doPublish(ExtLogRecord record) {
                        if (record.getLoggerName().equals("descent.test")) {
                            record.copyMdc(); // of this thread
                            found.add(record);
                        }
                    }
                };
        Logger.getLogger("").addHandler(idEar);
        try {
            var lea = Client.learner();
            var refused = "/courses/sample/people";
            var given = lea.request().header("X-Request-Id", "from-the-proxy-1").get(refused);
            assertEquals("from-the-proxy-1", given.header("X-Request-Id"));
            var forged = lea.request().header("X-Request-Id", "a b\"c, d").get(refused);
            assertTrue(forged.header("X-Request-Id").matches("[0-9a-f-]{36}"));
            var lines = found.stream().map(ExtLogRecord::getMdcCopy).toList();
            assertEquals(
                    List.of("from-the-proxy-1", forged.header("X-Request-Id")),
                    lines.stream().map(line -> line.get("request")).toList());
            assertTrue(lines.stream().allMatch(line -> line.get("person").length() == 36));
        } finally {
            Logger.getLogger("").removeHandler(idEar);
        }
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
