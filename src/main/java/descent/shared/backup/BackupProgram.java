package descent.shared.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Takes a backup, or restores one, with the settings of the site: the scripts {@code backup} and
 * {@code restore} call it.
 */
public final class BackupProgram {
    private BackupProgram() {}

    /**
     * @param arguments {@code backup} or {@code restore}, and the file
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Name one file: backup <file> writes it, restore <file> reads it.");
            System.exit(2);
        }
        var file = Path.of(arguments[1]).toAbsolutePath();
        try {
            var manifest =
                    arguments[0].equals("restore")
                            ? new RestoreBackup(database(), json()).from(file)
                            : new TakeBackup(database(), json()).into(file);
            System.out.printf(
                    "%s: state of %s, %,d rows in %d tables, %,d bytes%n",
                    file,
                    manifest.taken(),
                    manifest.tables().stream().mapToLong(Manifest.Content::rows).sum(),
                    manifest.tables().size(),
                    Files.size(file));
        } catch (FileAlreadyExistsException e) {
            fail("There is a file " + file + " already.");
        } catch (NoSuchFileException e) {
            fail("There is no file " + e.getMessage());
        } catch (IOException | SQLException | RuntimeException e) {
            fail(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }

    static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT);
    }

    /** The database that the program would use, as the role that owns its tables. */
    private static Database database() throws IOException {
        var config = config();
        return new Database(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class),
                config.getValue("quarkus.datasource.username", String.class));
    }

    private static SmallRyeConfig config() throws IOException {
        var defaults =
                Objects.requireNonNull(BackupProgram.class.getResource("/application.properties"));
        return new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .addSystemSources()
                .addDiscoveredSources()
                .withSources(new PropertiesConfigSource(defaults, 250))
                .build();
    }
}
