package descent.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The embedded PostgreSQL of a data folder, and what can happen to it. Linux, signals by kill. */
public final class Database {
    private final Path home;

    Database(Path home) {
        this.home = home;
    }

    /** As the owner of all tables, past the program. */
    public Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/descent",
                "descent",
                password());
    }

    String password() throws IOException {
        return Files.readString(home.resolve("postgres-password")).strip();
    }

    /**
     * The server with all its processes, without a word. The program that owns it starts another.
     */
    public void kill() throws IOException, InterruptedException {
        var processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        // A new server does not start while one of that number is there, be it only as a zombie.
        for (var each : processes) {
            while (Files.exists(Path.of("/proc", each.pid() + ""))) {
                Thread.sleep(20);
            }
        }
    }

    /**
     * Ends the server as an admin does who is in a hurry: connections are closed (fast). It stays
     * away until it is started.
     */
    public List<String> stop() throws IOException, InterruptedException {
        var command = command();
        var postmaster = postmaster();
        signal("-INT", List.of(postmaster));
        while (postmaster.isAlive()) {
            Thread.sleep(20);
        }
        return command;
    }

    public void freeze() throws IOException, InterruptedException {
        signal("-STOP", processes());
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT", processes());
    }

    /**
     * @param command of the server that was ended
     */
    public void start(List<String> command) throws IOException {
        var words = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root.
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(command);
        new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(
                                home.resolve("postgres-again.log").toFile()))
                .start();
    }

    private List<String> command() throws IOException {
        return List.of(
                Files.readString(Path.of("/proc", postmaster().pid() + "", "cmdline")).split("\0"));
    }

    private List<ProcessHandle> processes() throws IOException {
        var postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    private static void signal(String signal, List<ProcessHandle> processes)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("kill", signal));
        processes.forEach(each -> words.add(String.valueOf(each.pid())));
        // Some may have ended meanwhile.
        new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(home.resolve("postgres/postmaster.pid"));
    }
}
