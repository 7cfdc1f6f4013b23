package descent.bench.site;

import descent.shared.postgres.EmbeddedPostgresConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two replicas that serve pages and one that works, on one PostgreSQL, behind a real nginx: apt-get
 * install nginx. Between them and the database may stand a pooler. The database server belongs to
 * this process, so that any replica may end.
 */
public final class Cluster implements Site, AutoCloseable {
    private static final String NGINX =
            """
            daemon off;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx.log warn;
            events { worker_connections 20000; }
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                client_header_timeout 10s;
                client_body_timeout 10s;
                upstream web {
                    %2$s
                    keepalive 64;
                }
                server {
                    listen 127.0.0.1:%3$d backlog=4096;
                    location / {
                        proxy_pass http://web;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header Host $http_host;
                        proxy_set_header X-Forwarded-For $remote_addr;
                        proxy_set_header X-Forwarded-Proto $scheme;
                        proxy_connect_timeout 1s;
                        # Streams come as they are made.
                        proxy_buffering off;
                        client_max_body_size 120m;
                    }
                }
            }
            """;

    private final Path home;
    private final List<Program> web;
    private final Program worker;
    private final Process balancer;
    private final @Nullable Pooler pooler;
    private final int port = Program.freePort();

    private Cluster(Path home, boolean pooled) throws IOException, InterruptedException {
        this.home = home;
        var settings = new HashMap<>(settings());
        pooler = pooled ? pooler(settings) : null;
        // One after the other, so that the first one's migrations and formulas are there.
        var first = new Program(home, "web-1", role(settings, "web"));
        first.waitUntilReady();
        web = List.of(first, new Program(home, "web-2", role(settings, "web")));
        worker = new Program(home, "worker", role(settings, "worker"));
        web.getLast().waitUntilReady();
        worker.waitUntilReady();
        balancer = balancer();
        Runtime.getRuntime().addShutdownHook(new Thread(balancer::destroy));
    }

    /** Ready, and at rest after all that is done at its start. */
    public static Cluster start() throws IOException, InterruptedException {
        return start(false);
    }

    public static Cluster startBehindPooler() throws IOException, InterruptedException {
        return start(true);
    }

    private static Cluster start(boolean pooled) throws IOException, InterruptedException {
        var cluster = new Cluster(Files.createTempDirectory("descent-cluster"), pooled);
        cluster.waitUntilServed();
        for (var each : cluster.web) {
            each.waitUntilQuiet();
        }
        cluster.worker.waitUntilQuiet();
        System.out.printf(
                "%d processors, JDK %s, two web and one worker behind nginx, logs in %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), cluster.home);
        return cluster;
    }

    /** Of the server that the program itself would start, started by this process. */
    private Map<String, String> settings() {
        var postgres =
                new SmallRyeConfigBuilder()
                        .withSources(new EmbeddedPostgresConfigSource())
                        .withDefaultValue("descent.home", home.toString())
                        .build();
        var password = postgres.getValue("embedded.postgres.password", String.class);
        return Map.of(
                "DESCENT_DB_URL",
                postgres.getValue("embedded.postgres.jdbc-url", String.class),
                "DESCENT_DB_USERNAME",
                postgres.getValue("embedded.postgres.username", String.class),
                "DESCENT_DB_PASSWORD",
                password,
                "DESCENT_DB_OWNER_USERNAME",
                postgres.getValue("embedded.postgres.owner", String.class),
                "DESCENT_DB_OWNER_PASSWORD",
                password,
                // Made at once, and yet a sound to listen to.
                "DESCENT_AUDIO_ENGINE",
                "silent",
                "DESCENT_AUDIO_WORKER",
                "true",
                "DESCENT_PROXIES",
                "127.0.0.1",
                // All learners of a benchmark come from one place.
                "DESCENT_ACCOUNT_LOGIN_MAILS_PER_PLACE",
                "1000000");
    }

    /** Leads pages through a pooler, and news and migrations past it. */
    private Pooler pooler(Map<String, String> settings) throws IOException {
        var direct = settings.get("DESCENT_DB_URL");
        var pooler =
                new Pooler(
                        home,
                        URI.create(direct.substring("jdbc:".length())).getPort(),
                        settings.get("DESCENT_DB_USERNAME"),
                        settings.get("DESCENT_DB_PASSWORD"));
        settings.put("DESCENT_DB_URL", pooler.url());
        settings.put("DESCENT_DB_DIRECT_URL", direct);
        return pooler;
    }

    private static Map<String, String> role(Map<String, String> settings, String role) {
        var all = new HashMap<>(settings);
        all.put("DESCENT_ROLE", role);
        return all;
    }

    private Process balancer() throws IOException {
        var servers =
                web.stream()
                        .map(each ->
                                "server 127.0.0.1:%d max_fails=1 fail_timeout=1s;"
                                        .formatted(each.port()))
                        .collect(Collectors.joining("\n        "));
        var config = home.resolve("nginx.conf");
        Files.writeString(config, NGINX.formatted(home, servers, port));
        // Its workers run as somebody else where it is started by root.
        home.toFile().setExecutable(true, false);
        return new ProcessBuilder("nginx", "-c", config.toString(), "-p", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("nginx.out").toFile())
                .start();
    }

    private void waitUntilServed() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(uri("/"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Accept", "text/html")
                            .build();
            for (int i = 0; i < 300; i++) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // The balancer opens its port a little later.
                }
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("nothing was served; logs are in " + home);
    }

    @Override
    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Override
    public Database database() {
        return new Database(home);
    }

    public List<Program> web() {
        return web;
    }

    public Program worker() {
        return worker;
    }

    @Override
    public void close() throws InterruptedException {
        balancer.destroy();
        balancer.waitFor();
        for (var each : web) {
            each.close();
        }
        worker.close();
        if (pooler != null) {
            pooler.close();
        }
    }
}
