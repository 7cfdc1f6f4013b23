package descent.bench.quiz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged program on a data folder of its own, which can be killed and comes back. */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home = Files.createTempDirectory("descent-exam");
    private final int port = freePort();
    private final int management = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    Site() throws IOException, InterruptedException {
        start();
        waitUntilReady();
    }

    private void start() {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@src/main/dist/jvm.options",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        builder.environment()
                .putAll(
                        Map.of(
                                "DESCENT_HOME", home.toString(),
                                "QUARKUS_HTTP_PORT", String.valueOf(port),
                                "QUARKUS_MANAGEMENT_PORT", String.valueOf(management),
                                // Whoever trains meanwhile trains all the time.
                                "DESCENT_RUN_BUDGET_LEARNER_DAILY", "PT24H"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitUntilReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var health = URI.create("http://localhost:%d/q/health/ready".formatted(management));
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                var request = HttpRequest.newBuilder(health).build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // The port opens a little later.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the program did not start; its log is in " + home);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Kills the program without a word, and starts it again as whoever watches over it would. */
    void killProgram() throws InterruptedException {
        process.destroyForcibly().waitFor();
        start();
    }

    /** Kills the database server with all its processes, and starts it again. */
    void killDatabase() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(pidFile().getFirst().strip());
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(
                        Files.readString(Path.of("/proc", postmaster + "", "cmdline"))
                                .split("\0")));
        var children =
                ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children).toList();
        Stream.concat(ProcessHandle.of(postmaster).stream(), children.stream())
                .forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(200);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("postgres-again.log").toFile())
                .start();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(home.resolve("postgres/postmaster.pid"));
    }

    /** As the owner of all tables, past the program. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/descent",
                "descent",
                Files.readString(home.resolve("postgres-password")).strip());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        http.close();
    }
}
