package descent.shared.postgres;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own, run from the binaries on the class path, with its data in a
 * folder of ours.
 *
 * <p>One folder has one server. Who holds the folder's lock file owns the server: starts it and
 * stops it at exit. Others, a second program on the same folder, join it. A server left over by a
 * killed program is joined and owned again. A server that dies is started again by its owner, at
 * the same address; one that somebody stops is not.
 */
final class EmbeddedPostgres {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String NAME = "descent";

    /** The role of the program, which owns nothing; tables belong to the role {@link #NAME}. */
    private static final String PROGRAM = "descent_program";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Where a running server is reached, and by whom; both roles have the same password. */
    record Server(String jdbcUrl, String owner, String user, String password) {}

    private final Path home;
    private final Path data;
    private final Path log;
    private final Path passwordFile;
    private final boolean durable;

    /** Held for the life of this process by the owner of the folder. */
    private @Nullable FileChannel lock;

    /** Found dead, and not yet back. */
    private boolean dead;

    private volatile boolean stopping;

    /**
     * @param home the folder that holds data, log, password and lock
     * @param durable whether a commit survives a loss of power; only tests may say no
     */
    EmbeddedPostgres(Path home, boolean durable) {
        this.home = home.toAbsolutePath().normalize();
        this.data = this.home.resolve("postgres");
        this.log = this.home.resolve("postgres.log");
        this.passwordFile = this.home.resolve("postgres-password");
        this.durable = durable;
    }

    /** Starts the server, or joins the one that already serves this folder. */
    Server start() {
        try {
            Files.createDirectories(home);
            boolean owner = tryLock();
            var port = runningPort();
            if (port.isPresent()) {
                LOG.infof("joined the PostgreSQL server that already serves %s", data);
            } else {
                port = OptionalInt.of(owner ? launch(freePort()) : waitForOwner());
            }
            if (owner) {
                int itsPort = port.getAsInt();
                Thread.ofPlatform()
                        .daemon()
                        .name("embedded-postgres-watch")
                        .start(() -> watch(itsPort));
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(this::stop, "embedded-postgres-stop"));
            }
            var url = url(port.getAsInt(), NAME);
            createProgramRole(url);
            return new Server(url, NAME, PROGRAM, password());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL in %s did not start: %s (its log: %s)"
                            .formatted(home, e.getMessage(), log),
                    e);
        }
    }

    private void watch(int port) {
        while (!stopping) {
            try {
                pause(BETWEEN_LOOKS);
                startAgainIfDead(port);
            } catch (IOException e) {
                LOG.errorf(
                        "the embedded PostgreSQL could not be started again: %s (its log: %s)",
                        e.getMessage(), log);
            }
        }
    }

    /** Who stops a server properly takes its pid file away. */
    synchronized void startAgainIfDead(int port) throws IOException {
        dead = dead || Files.exists(data.resolve("postmaster.pid")) && refuses(port);
        if (dead && !stopping) {
            LOG.error("the embedded PostgreSQL has died and is started again");
            launch(port);
            dead = false;
        }
    }

    /** A server that is frozen or overwhelmed does not refuse: it lets one wait. */
    private static boolean refuses(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    private boolean tryLock() throws IOException {
        var channel =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                lock = channel;
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // Another class loader of this very process has it: a hot reload, or the next test
            // profile.
        }
        channel.close();
        return false;
    }

    /**
     * The port of the live server, from its pid file: line 1 the pid, line 4 the port, line 8 the
     * state.
     */
    private OptionalInt runningPort() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return OptionalInt.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) {
            return OptionalInt.empty();
        }
        boolean alive =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .map(p -> p.info().command().orElse("postgres").contains("postgres"))
                        .orElse(false);
        return alive ? OptionalInt.of(Integer.parseInt(lines.get(3).strip())) : OptionalInt.empty();
    }

    private int waitForOwner() throws IOException {
        for (int i = 0; i < 300; i++) {
            var port = runningPort();
            if (port.isPresent()) {
                return port.getAsInt();
            }
            pause(Duration.ofMillis(100));
        }
        throw new IOException(
                "another process holds "
                        + home.resolve("lock")
                        + " but its server did not come up in 30 s");
    }

    private int launch(int port) throws IOException {
        long begin = System.nanoTime();
        var binaries = PostgresBinaries.unpacked();
        initialise(binaries);
        var options =
                new ArrayList<>(
                        List.of(
                                "listen_addresses=127.0.0.1",
                                "unix_socket_directories=''",
                                "max_connections=100",
                                "shared_buffers=128MB"));
        if (!durable) {
            options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        var server = "-p " + port + " -c " + String.join(" -c ", options);
        pgCtl(
                binaries,
                List.of("--log=" + log, "--timeout=60", "--options=" + server, "start"),
                Duration.ofSeconds(90));
        createDatabase(port);
        LOG.infof(
                "embedded PostgreSQL on 127.0.0.1:%d, data in %s (%d ms)",
                port, data, (System.nanoTime() - begin) / 1_000_000);
        return port;
    }

    private void initialise(Path binaries) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(
                passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        if (Files.getFileStore(passwordFile).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    passwordFile, PosixFilePermissions.fromString("rw-------"));
        }
        var options =
                new ArrayList<>(
                        List.of(
                                "--pgdata=" + data,
                                "--username=" + NAME,
                                "--pwfile=" + passwordFile));
        options.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-locale"));
        // Rounds make guessing a weak password slow. This one is 192 random bits, and the rounds
        // would cost each start a second: a JVM that has just begun computes them interpreted.
        options.add("--set=scram_iterations=1");
        if (!durable) {
            options.add("--no-sync");
        }
        ServerCommand.of(home, binaries.resolve("bin/initdb"), options).run(Duration.ofMinutes(2));
    }

    private void createDatabase(int port) throws IOException {
        try (var connection = connect(url(port, "postgres"));
                var statement = connection.createStatement();
                var existing =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!existing.next()) {
                statement.executeUpdate("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new IOException(
                    "the database " + NAME + " could not be created: " + e.getMessage(), e);
        }
    }

    private void createProgramRole(String url) throws IOException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        create role %s login password '%s';
                    exception when duplicate_object or unique_violation then null;
                    end $$\
                    """
                            .formatted(PROGRAM, password()));
        } catch (SQLException e) {
            throw new IOException(
                    "the role " + PROGRAM + " could not be created: " + e.getMessage(), e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Without the driver manager, which does not see the driver from a configuration source. */
    private Connection connect(String url) throws IOException, SQLException {
        var login = new Properties();
        login.put("user", NAME);
        login.put("password", password());
        return Objects.requireNonNull(new org.postgresql.Driver().connect(url, login), url);
    }

    /**
     * Waits for the clients of this process to leave first: its other shutdown hooks run at the
     * same time.
     */
    void stop() {
        stopping = true;
        stopNow();
    }

    private synchronized void stopNow() {
        try {
            var binaries = PostgresBinaries.unpacked();
            try {
                pgCtlStop(binaries, "smart");
            } catch (IOException stillInUse) {
                pgCtlStop(binaries, "fast");
            }
        } catch (IOException e) {
            System.err.println(
                    "The embedded PostgreSQL in " + home + " did not stop: " + e.getMessage());
        }
    }

    private void pgCtlStop(Path binaries, String mode) throws IOException {
        pgCtl(binaries, List.of("--mode=" + mode, "--timeout=10", "stop"), Duration.ofSeconds(15));
    }

    private void pgCtl(Path binaries, List<String> arguments, Duration patience)
            throws IOException {
        var words = new ArrayList<>(List.of("--pgdata=" + data, "--wait"));
        words.addAll(arguments);
        ServerCommand.of(home, binaries.resolve("bin/pg_ctl"), words).run(patience);
    }

    private String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
