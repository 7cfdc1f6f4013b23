package descent.bench.quiz;

import descent.bench.site.Browser;
import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * 499 learners start a test within a minute, open and answer a question of it every twenty seconds,
 * and hand in within half a minute, while somebody trains. All is planned beforehand (an open
 * loop), and each latency counts from the planned moment. Three times: as it should go; with the
 * program killed now and then; with the database server killed now and then. Each time what was
 * acknowledged is looked for in the database.
 *
 * <p>Arguments: the number of learners (499: with the one who trains as many as may sign up from
 * one address), the number of kills (4; with 0, once only), and which of the three, if not all:
 * {@code PROGRAM,DATABASE}.
 */
final class ExamStart {
    private static final String TEST = "gradient-descent-lesson-test";
    private static final Duration STARTS = Duration.ofSeconds(60);
    private static final Duration ENDS = Duration.ofSeconds(300);
    private static final Duration SUBMITS = Duration.ofSeconds(30);

    /** Before each answer. */
    private static final Duration READS = Duration.ofSeconds(3);

    private static final int QUESTIONS = 12;

    private enum Fault {
        NONE("nothing is killed"),
        PROGRAM("the program is killed"),
        DATABASE("the database is killed");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    private ExamStart() {}

    public static void main(String[] arguments) throws Exception {
        int learners = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 499;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        System.out.printf(
                "%d processors, JDK %s, %d learners%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), learners);
        for (var fault : faults(arguments, kills)) {
            try (var site = Program.startQuiet()) {
                new Exam(site, learners).sit(fault, kills);
            }
        }
    }

    private static List<Fault> faults(String[] arguments, int kills) {
        if (kills == 0) {
            return List.of(Fault.NONE);
        }
        return arguments.length > 2
                ? Arrays.stream(arguments[2].split(",")).map(Fault::valueOf).toList()
                : List.of(Fault.values());
    }

    /** What one learner will do when, in nanoseconds from the beginning. */
    private record Plan(Learner learner, long start, List<Long> saves, long submit) {}

    private static final class Exam {
        private final Program site;
        private final HttpClient http;
        private final List<Plan> plans = new ArrayList<>();
        private final Latencies starts = new Latencies();
        private final Latencies pages = new Latencies();
        private final Latencies saves = new Latencies();
        private final Latencies submits = new Latencies();
        private final Latencies results = new Latencies();
        private final Ledger ledger = new Ledger();
        private volatile boolean over;
        private long began;

        Exam(Program site, int learners) throws Exception {
            this.site = site;
            this.http = Browser.client();
            var random = new Random(7);
            for (int i = 0; i < learners; i++) {
                long start = random.nextLong(STARTS.toNanos());
                long first = start + 2 * READS.toNanos();
                long turn = (ENDS.toNanos() - first) / QUESTIONS;
                var moments = new ArrayList<Long>();
                for (int question = 0; question < QUESTIONS; question++) {
                    long chance = random.nextLong(turn - READS.toNanos());
                    moments.add(first + question * turn + chance);
                }
                long submit = ENDS.toNanos() + random.nextLong(SUBMITS.toNanos());
                plans.add(new Plan(new Learner(site, http), start, moments, submit));
            }
        }

        void sit(Fault fault, int kills) throws Exception {
            System.out.printf("%n%s%n", fault.words);
            var trainee = new Learner(site, http);
            began = System.nanoTime();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sittings = plans.stream().map(plan -> threads.submit(() -> sit(plan))).toList();
                var training = threads.submit(() -> train(trainee));
                var killing = threads.submit(() -> kill(fault, kills));
                for (var sitting : sittings) {
                    sitting.get();
                }
                over = true;
                killing.get();
                training.get();
            }
            report();
        }

        private Void sit(Plan plan) throws Exception {
            waitUntil(plan.start);
            plan.learner.starts(TEST);
            starts.add(since(plan.start));
            for (int i = 0; i < QUESTIONS; i++) {
                long opens = plan.saves.get(i) - READS.toNanos();
                waitUntil(opens);
                var answer = plan.learner.sees(i + 1);
                pages.add(since(opens));
                waitUntil(plan.saves.get(i));
                var saved = plan.learner.saves(i + 1, answer.getKey(), answer.getValue());
                saves.add(since(plan.saves.get(i)));
                ledger.acknowledged(plan.learner.attempt(), saved);
            }
            waitUntil(plan.submit);
            plan.learner.submits();
            submits.add(since(plan.submit));
            while (!plan.learner.hasResult()) {
                Thread.sleep(1_000);
            }
            results.add(since(plan.submit));
            ledger.submitted(plan.learner.attempt());
            return null;
        }

        private Void train(Learner trainee) throws InterruptedException {
            for (int seed = 1; !over; seed++) {
                try {
                    trainee.trains(seed);
                } catch (IOException away) {
                    // Killed, and not back yet.
                }
                Thread.sleep(1_000);
            }
            return null;
        }

        /** The kills fall between the middle of the starts and the middle of the handing in. */
        private Void kill(Fault fault, int kills) throws Exception {
            var recoveries = new Latencies();
            for (int i = 0; i < kills && fault != Fault.NONE; i++) {
                long from = STARTS.toNanos() / 2;
                long until = ENDS.toNanos() + SUBMITS.toNanos() / 2;
                waitUntil(from + (until - from) * i / Math.max(1, kills - 1));
                int before = saves.number() + submits.number();
                long killed = System.nanoTime();
                if (fault == Fault.PROGRAM) {
                    site.killAndStart();
                } else {
                    site.database().kill();
                }
                while (!over && saves.number() + submits.number() <= before) {
                    Thread.sleep(10);
                }
                recoveries.add(Duration.ofNanos(System.nanoTime() - killed));
            }
            if (fault != Fault.NONE) {
                System.out.println("  from the kill to the next acknowledgement: " + recoveries);
            }
            return null;
        }

        private void waitUntil(long planned) throws InterruptedException {
            long wait = planned - (System.nanoTime() - began);
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
        }

        private Duration since(long planned) {
            return Duration.ofNanos(System.nanoTime() - began - planned);
        }

        private void report() throws IOException, SQLException {
            System.out.println("  start:    " + starts);
            System.out.println("  question: " + pages);
            System.out.println("  autosave: " + saves);
            System.out.println("  submit:   " + submits);
            System.out.println("  result:   " + results);
            System.out.println("  " + ledger.compared(site));
        }
    }
}
