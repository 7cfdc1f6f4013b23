package descent.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PgBouncer that hands out connections by the transaction: apt-get install pgbouncer. Fewer
 * than the replicas have of their own, so that each is passed on all the time.
 */
final class Pooler implements AutoCloseable {
    private static final int CONNECTIONS = 6;

    private static final String SETTINGS =
            """
            [databases]
            descent = host=127.0.0.1 port=%d dbname=descent
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            pool_mode = transaction
            default_pool_size = %d
            max_client_conn = 500
            """;

    private final Process process;
    private final int port = Program.freePort();

    /**
     * @param database the port of the server
     * @param role who alone may come
     */
    Pooler(Path home, int database, String role, String password) throws IOException {
        var known = home.resolve("pooler-roles.txt");
        Files.writeString(known, "\"%s\" \"%s\"\n".formatted(role, password));
        var settings = home.resolve("pooler.ini");
        Files.writeString(settings, SETTINGS.formatted(database, port, known, CONNECTIONS));
        var command = new ArrayList<>(List.of("pgbouncer", settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            // It does not run as root.
            home.toFile().setExecutable(true, false);
            command.addAll(1, List.of("-u", "nobody"));
        }
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("pooler.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Without statements that are prepared in one connection and used in the next. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/descent?prepareThreshold=0".formatted(port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
