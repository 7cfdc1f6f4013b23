package descent.shared.text;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Formulas drawn once and kept in the database: a later start draws nothing again, and every
 * replica serves the classes of every formula.
 *
 * <p>Draw before the frame of a page is rendered: the frame links the stylesheet by {@link
 * #stylesheetVersion()}.
 */
@ApplicationScoped
public class StoredFormulas implements Formulas {
    private static final Logger LOG = Logger.getLogger(StoredFormulas.class);

    /** As many shapes lie in memory: everybody may write cards with formulas. */
    private static final int MOST = 10_000;

    private static final String INSERT_STYLE =
            "insert into formula_style (class, declaration) values (?, ?) on conflict do nothing";

    private final AgroalDataSource database;
    private final Katex katex = new Katex();
    private final FormulaShapes shipped = FormulaShapes.shipped();

    /** In turn: a reader's formula waits for one of the background check's, not for all. */
    private final ReentrantLock drawing = new ReentrantLock(true);

    /**
     * With stand-ins for numbers: these are what is drawn and stored. Filled in, which takes some
     * microseconds, they are not kept: every attempt's questions bring numbers of their own.
     */
    private final Map<String, Html> shapes = new ConcurrentHashMap<>();

    private final Map<String, String> declarationByClass = new ConcurrentHashMap<>();

    StoredFormulas(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public Html draw(String tex, boolean display) {
        var slots = NumberSlots.of(tex);
        return new Html(slots.filled(shape(slots.tex(), display).text()));
    }

    /**
     * Without a lock while it is made: who waits for the lock may hold the connection that the
     * maker needs. Two who want the same at once may make it twice; they do not draw it twice.
     */
    private Html shape(String tex, boolean display) {
        var key = FormulaShapes.key(tex, display);
        var known = shapes.get(key);
        if (known != null) {
            return known;
        }
        if (shapes.size() > MOST) {
            shapes.clear();
        }
        var shape = loadedOrDrawn(key, tex, display);
        shapes.put(key, shape);
        return shape;
    }

    /** Another one with every class that is added; the same in all replicas that know the same. */
    public int stylesheetVersion() {
        return declarationByClass.keySet().hashCode();
    }

    /** The rules of all formulas drawn so far, by this replica or another. */
    String stylesheet() {
        loadStyles();
        return new TreeMap<>(declarationByClass)
                .entrySet().stream()
                        .map(rule -> "." + rule.getKey() + "{" + rule.getValue() + "}")
                        .collect(Collectors.joining("\n"));
    }

    private Html loadedOrDrawn(String key, String tex, boolean display) {
        var ours = shipped.byKey().get(key);
        if (ours != null) {
            return new Html(ours.html());
        }
        var stored = load(key);
        if (stored != null) {
            // Another replica may have drawn it since this one read the styles.
            if (!declarationByClass.keySet().containsAll(InlineStyles.names(stored))) {
                loadStyles();
            }
            return stored;
        }
        InlineStyles styled;
        // In no transaction of its own: on a busy machine this takes longer than one may last.
        drawing.lock();
        try {
            var meanwhile = shapes.get(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            styled = InlineStyles.extracted(katex.html(tex, display));
            declarationByClass.putAll(styled.declarationByClass());
            shapes.put(key, new Html(styled.html()));
        } finally {
            drawing.unlock();
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> store(key, tex, styled));
        } catch (RuntimeException e) {
            LOG.warnf("a formula is shown, though it was not stored: %s", e.getMessage());
        }
        return new Html(styled.html());
    }

    /** On the caller's connection, if there is one: a second might have to be waited for. */
    private @Nullable Html load(String key) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select html from formula where key = ?")) {
            query.setString(1, key);
            try (var row = query.executeQuery()) {
                return row.next() ? new Html(row.getString(1)) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no formula could be looked up", e);
        }
    }

    private void store(String key, String tex, InlineStyles styled) {
        try (var connection = database.getConnection();
                var formula =
                        connection.prepareStatement(
                                "insert into formula (key, tex, html) values (?, ?, ?) on conflict do nothing");
                var style = connection.prepareStatement(INSERT_STYLE)) {
            store(styled.declarationByClass(), style);
            formula.setString(1, key);
            formula.setString(2, tex);
            formula.setString(3, styled.html());
            formula.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the formula " + tex + " could not be stored", e);
        }
    }

    /** In one order everywhere, so that two replicas that draw the same lesson do not deadlock. */
    private static void store(Map<String, String> declarationByClass, PreparedStatement style)
            throws SQLException {
        for (var rule : new TreeMap<>(declarationByClass).entrySet()) {
            style.setString(1, rule.getKey());
            style.setString(2, rule.getValue());
            style.addBatch();
        }
        style.executeBatch();
    }

    /** A replica of another version may be asked for the styles of what this one has shipped. */
    void share(@Observes StartupEvent start) {
        var ours = shipped.declarationByClass();
        if (declarationByClass.keySet().containsAll(ours.keySet())) {
            return;
        }
        declarationByClass.putAll(ours);
        try (var connection = database.getConnection();
                var style = connection.prepareStatement(INSERT_STYLE)) {
            store(ours, style);
        } catch (SQLException e) {
            throw new IllegalStateException("the styles of formulas could not be stored", e);
        }
    }

    @PostConstruct
    void loadStyles() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select class, declaration from formula_style");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                declarationByClass.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the styles of the formulas could not be read: " + e.getMessage(), e);
        }
    }
}
