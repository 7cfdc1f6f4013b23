package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Site;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who has one experiment after the other trained, without a pause. */
final class Training implements AutoCloseable {
    private static final AtomicLong SEEDS = new AtomicLong(System.currentTimeMillis());

    private final Site site;
    private final Browser learner;
    private final long before;
    private final Thread asking;

    Training(Site site, Browser learner) throws IOException, SQLException {
        this.site = site;
        this.learner = learner;
        this.before = ended();
        this.asking = Thread.ofVirtual().start(this::ask);
    }

    private void ask() {
        var spec =
                """
                {"course": "%s", "name": "beside all else", "spec":
                {"seed": %d, "network": {"layers": [{"kind": "dense", "units": 250}, {"kind": "dense", "units": 250}]},
                "stop": {"steps": 5000}}}
                """;
        while (true) {
            try {
                // 429 says that enough of them wait.
                learner.postJson("/experiments", spec.formatted(COURSE, SEEDS.incrementAndGet()));
            } catch (IOException away) {
                // Killed, and not back yet.
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Since the beginning. */
    long finished() throws IOException, SQLException {
        return ended() - before;
    }

    private long ended() throws IOException, SQLException {
        try (var database = site.database().connect();
                var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from run where state = 'FINISHED'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
