package descent.shared.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/**
 * A database, and who reads or fills it.
 *
 * @param owner the role that owns the tables
 * @param program the role that only uses them; may be the same
 */
record Database(String url, String owner, String password, String program) {
    /** Without the driver manager, which looks for drivers elsewhere in tests. */
    Connection open() throws SQLException {
        var login = new Properties();
        login.put("user", owner);
        login.put("password", password);
        login.put("ApplicationName", "descent backup");
        var connection =
                Objects.requireNonNull(new org.postgresql.Driver().connect(url, login), url);
        connection.setAutoCommit(false);
        try (var settings = connection.createStatement()) {
            // What a value looks like as text must not depend on where the server stands.
            settings.execute(
                    """
                    set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';
                    set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0
                    """);
        }
        connection.commit();
        return connection;
    }
}
