package descent.shared.postgres;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Refuses to start where settings would lose acknowledged answers, or open a door. */
@ApplicationScoped
class CheckConditions {
    private static final Logger LOG = Logger.getLogger(CheckConditions.class);

    private final AgroalDataSource database;
    private final Config config;

    CheckConditions(AgroalDataSource database, Config config) {
        this.database = database;
        this.config = config;
    }

    /** Before content is imported or anything else is written. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
            throws SQLException {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        try (var connection = database.getConnection()) {
            var objections = conditions(connection).objections();
            if (!objections.isEmpty()) {
                throw new ConfigurationException(String.join("\n", objections));
            }
            if (answer(connection, "select has_table_privilege('audit', 'delete')").equals("t")) {
                LOG.warn(
                        "The program may delete what is in the audit log: give the tables to a role of their own (descent.db.owner.username).");
            }
        }
    }

    private StartConditions conditions(Connection connection) throws SQLException {
        return new StartConditions(
                ConfigUtils.getProfiles(),
                value("quarkus.hibernate-orm.schema-management.strategy"),
                value("quarkus.datasource.jdbc.url"),
                value("quarkus.datasource.password"),
                answer(connection, "show fsync"),
                answer(connection, "show synchronous_commit"));
    }

    private String value(String key) {
        return config.getValue(key, String.class);
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
