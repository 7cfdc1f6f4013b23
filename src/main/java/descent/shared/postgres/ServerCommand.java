package descent.shared.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One call of a PostgreSQL program, as a user whom PostgreSQL accepts: it refuses to run as root.
 */
record ServerCommand(List<String> words) {

    /**
     * @param home the folder that user must be able to write
     */
    static ServerCommand of(Path home, Path program, List<String> arguments) throws IOException {
        var words = new ArrayList<>(asOtherUser(home));
        words.add(program.toString());
        words.addAll(arguments);
        return new ServerCommand(List.copyOf(words));
    }

    /** Waits for the program's end. What it printed is in the exception when it failed. */
    void run(Duration patience) throws IOException {
        // Into a file, not a pipe: the server inherits the output and would keep a pipe open for
        // ever.
        var output = Files.createTempFile("descent-postgres", ".out");
        try {
            var process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        "no end after " + patience.toSeconds() + " s: " + String.join(" ", words));
            }
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", words) + "\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + String.join(" ", words), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static List<String> asOtherUser(Path home) throws IOException {
        boolean root =
                System.getProperty("user.name").equals("root")
                        && System.getProperty("os.name").equals("Linux");
        if (!root) {
            return List.of();
        }
        if (works("unshare", "-U", "id", "-un")) {
            return List.of("unshare", "-U");
        }
        var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        if (works("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "id", "-un")) {
            works("chown", "-R", "65534:65534", home.toString());
            return nobody;
        }
        throw new IOException(
                "PostgreSQL does not run as root: start this program as another user, or set descent.db.url");
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
