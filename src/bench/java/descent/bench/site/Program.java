package descent.bench.site;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged program as a process beside this one, which can be killed and comes back. */
public final class Program implements Site, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** More for its Java machine, such as the cache of an earlier start. */
    private static final List<String> OPTIONS =
            System.getenv("DESCENT_BENCH_OPTIONS") == null
                    ? List.of()
                    : List.of(System.getenv("DESCENT_BENCH_OPTIONS").split(" "));

    private static final Pattern FIRST_ADMIN = Pattern.compile("https?://[^/\\s]+(/\\S*admin\\S*)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Path log;
    private final Map<String, String> settings;
    private final int port = freePort();
    private final int management = freePort();
    private Process process;

    /**
     * @param home its data folder, which others may share
     * @param name of its log
     */
    Program(Path home, String name, Map<String, String> settings) throws IOException {
        this.home = home;
        this.log = home.resolve(name + ".log");
        this.settings =
                new HashMap<>(
                        Map.of(
                                "DESCENT_HOME", home.toString(),
                                "QUARKUS_HTTP_PORT", String.valueOf(port),
                                "QUARKUS_MANAGEMENT_PORT", String.valueOf(management),
                                // A fresh program makes the course's sound for an hour.
                                "DESCENT_AUDIO_WORKER", "false",
                                // A benchmark computes more than a learner may in a day.
                                "DESCENT_RUN_BUDGET_LEARNER_DAILY", "PT24H"));
        this.settings.putAll(settings);
        this.process = launched();
        // A benchmark that is broken off leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
    }

    /** Alone, on a data folder of its own; ready. */
    public static Program start() throws IOException, InterruptedException {
        var program = new Program(Files.createTempDirectory("descent-bench"), "program", Map.of());
        program.waitUntilReady();
        System.out.printf(
                "%d processors, JDK %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        return program;
    }

    /** Where the first admin of a fresh program signs up: its log tells. */
    public String firstAdmin() throws IOException {
        return FIRST_ADMIN
                .matcher(Files.readString(log))
                .results()
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** And at rest after all that it does at its start. */
    public static Program startQuiet() throws IOException, InterruptedException {
        var program = start();
        program.waitUntilQuiet();
        return program;
    }

    private Process launched() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("@src/main/dist/jvm.options");
        words.addAll(OPTIONS);
        words.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        var builder =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void waitUntilReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (isReady()) {
                return;
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("the program did not start; its log is " + log);
    }

    public boolean isReady() throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(managed("/q/health/ready"))
                            .timeout(Duration.ofSeconds(5));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        }
    }

    /**
     * A fresh program compiles, warms its engine, checks its content and records its presets, one
     * after the other: it is quiet when it has computed next to nothing for a while.
     */
    void waitUntilQuiet() throws InterruptedException {
        var before = computed();
        for (int quiet = 0; quiet < 3; ) {
            Thread.sleep(Duration.ofSeconds(3));
            var now = computed();
            quiet = now.minus(before).toMillis() < 300 ? quiet + 1 : 0;
            before = now;
        }
    }

    private Duration computed() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Without a word, and started again as whoever watches over it would. */
    public void killAndStart() throws InterruptedException {
        process.destroyForcibly().waitFor();
        process = launched();
    }

    /** As an orchestrator ends it; how long that took. */
    public Duration terminate() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        process.waitFor();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public void startAgain() {
        process = launched();
    }

    public URI site() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public URI uri(String path) {
        return site().resolve(path);
    }

    @Override
    public Database database() {
        return new Database(home);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** What the training threads that are there have computed. Linux tells. */
    public Duration trainingTime() throws IOException {
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
    public double metric(String name, String label) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(managed("/q/metrics")).build();
        return http.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Threads, open files and, after a collection, heap. */
    public String size() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        long files;
        try (var open = Files.list(Path.of("/proc", pid() + "", "fd"))) {
            files = open.count();
        }
        return "%.0f threads, %d open files, %.1f MB of heap"
                .formatted(
                        metric("jvm_threads_live_threads", ""),
                        files,
                        metric("jvm_memory_used_bytes", "area=\"heap\"") / 1e6);
    }

    private URI managed(String path) {
        return URI.create("http://localhost:" + management + path);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        http.close();
    }
}
