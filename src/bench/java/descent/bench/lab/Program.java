package descent.bench.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged program with a data folder of its own, as a process beside this one. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI site;
    private final URI management;

    private Program(Process process, URI site, URI management) {
        this.process = process;
        this.site = site;
        this.management = management;
    }

    /** Ready, and with all presets recorded: nothing else is going on. */
    static Program start() throws IOException, InterruptedException {
        var home = Files.createTempDirectory("descent-bench");
        int port = freePort();
        int management = freePort();
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@src/main/dist/jvm.options",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(home.resolve("log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "DESCENT_HOME", home.toString(),
                                "QUARKUS_HTTP_PORT", String.valueOf(port),
                                "QUARKUS_MANAGEMENT_PORT", String.valueOf(management),
                                // A fresh program makes the course's sound for an hour.
                                "DESCENT_AUDIO_WORKER", "false",
                                // A benchmark computes more than a learner may in a day.
                                "DESCENT_RUN_BUDGET_LEARNER_DAILY", "PT24H"));
        var program =
                new Program(
                        builder.start(),
                        URI.create("http://localhost:" + port),
                        URI.create("http://localhost:" + management));
        program.waitUntilReady(home);
        program.waitUntilQuiet();
        System.out.printf(
                "%d processors, JDK %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        return program;
    }

    private void waitUntilReady(Path home) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                var request = HttpRequest.newBuilder(management.resolve("/q/health/ready"));
                if (http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // The port opens a little later.
            }
            Thread.sleep(200);
        }
        close();
        throw new IllegalStateException("the program did not start; its log is in " + home);
    }

    /**
     * The recording of presets has begun and come to its end. A thread that has ended counts
     * nothing any more, so that less is also a change.
     */
    private void waitUntilQuiet() throws IOException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(10));
        var before = trainingTime();
        for (int quiet = 0; quiet < 3; ) {
            Thread.sleep(Duration.ofSeconds(3));
            var now = trainingTime();
            quiet = now.minus(before).abs().toMillis() < 20 ? quiet + 1 : 0;
            before = now;
        }
    }

    URI site() {
        return site;
    }

    long pid() {
        return process.pid();
    }

    /** What the training threads that are there have computed. Linux tells. */
    Duration trainingTime() throws IOException {
        long nanos = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc", pid() + "", "task"))) {
            for (var task : tasks) {
                nanos += trainingTime(task);
            }
        }
        return Duration.ofNanos(nanos);
    }

    private static long trainingTime(Path task) {
        try {
            return Files.readString(task.resolve("comm")).matches("training-[0-9]+\\s*")
                    ? Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0])
                    : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The sum of what a metric says, over all its labels that contain this. */
    double metric(String name, String label) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(management.resolve("/q/metrics")).build();
        return http.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
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
