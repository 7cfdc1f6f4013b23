package descent.bench.quiz;

import descent.bench.quiz.Learner.Acknowledged;
import descent.bench.site.Site;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the server has acknowledged, compared with what the database holds. */
public final class Ledger {
    private final Map<String, Queue<Acknowledged>> saved = new ConcurrentHashMap<>();
    private final Queue<String> submitted = new ConcurrentLinkedQueue<>();

    public void acknowledged(String attempt, Acknowledged answer) {
        saved.computeIfAbsent(attempt, _ -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    public void submitted(String attempt) {
        submitted.add(attempt);
    }

    /** What is lost and what is there twice, in a sentence. */
    public String compared(Site site) throws IOException, SQLException {
        try (var database = site.database().connect()) {
            int answers = 0;
            int lost = 0;
            for (var attempt : saved.entrySet()) {
                for (var answer : attempt.getValue()) {
                    answers++;
                    lost += isStored(database, attempt.getKey(), answer) ? 0 : 1;
                }
            }
            long keys =
                    number(
                            database,
                            "select count(distinct request_key) from attempt_step where kind ="
                                    + " 'SAVED'");
            long rows = number(database, "select count(*) from attempt_step where kind = 'SAVED'");
            long ended =
                    number(
                            database,
                            "select count(*) from attempt where state = 'GRADED' and behaviour ="
                                    + " 'TEST'");
            long twice =
                    number(
                            database,
                            """
                            select count(*) from (
                                select attempt_id from attempt_step where kind in ('SUBMITTED', 'TIMED_OUT')
                                group by attempt_id having count(*) > 1
                                union all
                                select attempt_id from attempt_step
                                where kind = 'GRADED' and detail not like '%needs-grading%'
                                group by attempt_id, question having count(*) > 1
                            ) doubled
                            """);
            return "acknowledged answers %d, lost %d, doubled %d; acknowledged submits %d, graded attempts %d, ended or graded twice %d"
                    .formatted(answers, lost, rows - keys, submitted.size(), ended, twice);
        }
    }

    private static boolean isStored(Connection database, String attempt, Acknowledged answer)
            throws SQLException {
        try (var query =
                database.prepareStatement(
                        "select response from attempt_step where attempt_id = ? and question = ?"
                                + " and revision = ? and request_key = ?")) {
            query.setObject(1, UUID.fromString(attempt));
            query.setInt(2, answer.question());
            query.setInt(3, answer.revision());
            query.setString(4, answer.key());
            try (var found = query.executeQuery()) {
                return found.next() && found.getString(1).contains(answer.value());
            }
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
