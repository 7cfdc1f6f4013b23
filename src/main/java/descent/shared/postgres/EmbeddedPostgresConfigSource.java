package descent.shared.postgres;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the address of the embedded server, which starts when that address is first asked for: only
 * where no other database is configured.
 */
public final class EmbeddedPostgresConfigSource implements ConfigSourceFactory {
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of(new Source(context));
    }

    private static final class Source implements ConfigSource {
        private static EmbeddedPostgres.@Nullable Server server;

        /** Settings are asked for many times; a server that did not start is not tried again. */
        private static @Nullable RuntimeException failure;

        private final ConfigSourceContext context;

        Source(ConfigSourceContext context) {
            this.context = context;
        }

        @Override
        public String getName() {
            return "embedded-postgres";
        }

        @Override
        public int getOrdinal() {
            return 50;
        }

        /** Lists nothing, so that nobody who reads all settings starts a server. */
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public @Nullable String getValue(String name) {
            return switch (name) {
                case "embedded.postgres.jdbc-url" -> server().jdbcUrl();
                case "embedded.postgres.owner" -> server().owner();
                case "embedded.postgres.username" -> server().user();
                case "embedded.postgres.password" -> server().password();
                default -> null;
            };
        }

        private EmbeddedPostgres.Server server() {
            synchronized (Source.class) {
                if (failure != null) {
                    throw failure;
                }
                if (server == null) {
                    var home = Path.of(context.getValue("descent.home").getValue());
                    boolean durable = !context.getProfiles().contains("test");
                    try {
                        server = new EmbeddedPostgres(home, durable).start();
                    } catch (IllegalStateException e) {
                        failure = e;
                        throw e;
                    }
                }
                return server;
            }
        }
    }
}
