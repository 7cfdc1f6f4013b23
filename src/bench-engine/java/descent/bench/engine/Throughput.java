package descent.bench.engine;

import descent.engine.optimizer.Custom;
import descent.engine.tensor.Kernels;
import descent.engine.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Trains the benchmark problems with this engine and with others, by turns, and prints the medians
 * of five windows. Arguments choose problems (P1, P2 batch 1, …) and {@code seconds=0.5}; none are
 * all, with windows of two seconds.
 */
public final class Throughput {
    private static final int WINDOWS = 5;

    private final double seconds;

    private Throughput(double seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] args) throws IOException {
        double seconds = 2;
        var names = new ArrayList<String>();
        for (var arg : args)
            if (arg.startsWith("seconds=")) seconds = Double.parseDouble(arg.substring(8));
            else if (!arg.isBlank()) names.add(arg);
        var problems =
                Problem.ALL.stream()
                        .filter(p -> names.isEmpty() || names.contains(p.name()))
                        .toList();
        System.out.printf(
                "%s, %s, JDK %s, kernels: %s%n",
                processor(),
                System.getProperty("os.arch"),
                Runtime.version(),
                Kernels.best().description());
        new Throughput(seconds).compare(problems);
    }

    private static String processor() throws IOException {
        var info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) return "processor";
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("processor");
    }

    private void compare(List<Problem> problems) {
        // As in production, where the kernels have met many shapes before a run.
        for (var problem : problems) warm(new Descent("warm-up", problem.spec()));
        System.out.printf(
                "%-13s %11s %11s %11s %7s %6s %9s %7s %11s %6s%n",
                "thousand/s",
                "Descent",
                "libtorch",
                "Smile",
                "ratio",
                "goal",
                "GFLOP/s",
                "of peak",
                "bytes/step",
                "load");
        for (var problem : problems) compare(problem);
        System.out.printf("%nthe update rule as a learner's text, by the built-in optimizer%n");
        for (var problem : problems) if (problem.isMiniBatch()) compareRule(problem);
        int runs = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                "%n%d runs at once, each on a thread of its own, by one alone (thousand/s and processor)%n",
                runs);
        for (var problem : problems) if (problem.isMiniBatch()) compareTogether(problem, runs);
    }

    private void compare(Problem problem) {
        var data = Trainer.of(problem.spec()).data();
        var descent = descent(problem);
        var rates =
                rates(
                        problem,
                        List.of(descent, new Libtorch(problem, data), new Smile(problem, data)));
        double ours = rates.get("Descent");
        double best = Math.max(rates.get("libtorch"), rates.get("Smile"));
        double gigaflops = ours * problem.operations() / 1e9;
        System.out.printf(
                "%-13s %,11.1f %,11.1f %,11.1f %7.2f %6.1f %9.1f %6.0f%% %11.1f %6.2f%n",
                problem.name(),
                ours / 1000,
                rates.get("libtorch") / 1000,
                rates.get("Smile") / 1000,
                ours / best,
                problem.goal(),
                gigaflops,
                100 * gigaflops / Peak.gigaflops(),
                descent.bytesPerStep(),
                load());
    }

    private void compareRule(Problem problem) {
        var builtIn = problem.spec().optimizer();
        var rule = Custom.like(builtIn);
        var text =
                problem.spec(
                        Map.of(
                                "kind",
                                "custom",
                                "learningRate",
                                rule.learningRate(),
                                "rule",
                                rule.rule(),
                                "settings",
                                rule.settings()));
        var rates =
                rates(
                        problem,
                        List.of(
                                new Descent("built-in", problem.spec()),
                                new Descent("text", text)));
        System.out.printf(
                "%-13s %,11.1f %,11.1f %7.2f (goal 0.8)%n",
                problem.name(),
                rates.get("built-in") / 1000,
                rates.get("text") / 1000,
                rates.get("text") / rates.get("built-in"));
    }

    /** What a second of a processor yields: with one alone, and with all of them at work. */
    private void compareTogether(Problem problem, int runs) {
        long steps = warm(new Descent("alone", problem.spec()));
        var alone = new double[WINDOWS];
        var together = new double[WINDOWS];
        for (int round = 0; round < WINDOWS; round++) {
            alone[round] = steps * problem.batch() * 1e9 / nanoseconds(problem, steps, 1);
            together[round] =
                    runs * steps * problem.batch() * 1e9 / nanoseconds(problem, steps, runs);
        }
        Arrays.sort(alone);
        Arrays.sort(together);
        System.out.printf(
                "%-13s %,11.1f %,11.1f %7.2f%n",
                problem.name(),
                alone[WINDOWS / 2] / 1000,
                together[WINDOWS / 2] / 1000,
                together[WINDOWS / 2] / alone[WINDOWS / 2]);
    }

    /** Of the processors, for so many runs at once. */
    private static long nanoseconds(Problem problem, long steps, int runs) {
        try (var threads = Executors.newFixedThreadPool(runs)) {
            return IntStream.range(0, runs)
                    .mapToObj(i -> threads.submit(() -> descent(problem).train(steps)))
                    .toList()
                    .stream()
                    .mapToLong(Throughput::result)
                    .sum();
        }
    }

    private static Descent descent(Problem problem) {
        return new Descent("Descent", problem.spec());
    }

    private static long result(Future<Long> run) {
        try {
            return run.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Samples a second, by the contenders' names. */
    private Map<String, Double> rates(Problem problem, List<Contender> contenders) {
        var steps = new long[contenders.size()];
        for (int i = 0; i < steps.length; i++) steps[i] = warm(contenders.get(i));
        var windows = new double[steps.length][WINDOWS];
        for (int round = 0; round < WINDOWS; round++)
            for (int i = 0; i < steps.length; i++) {
                double took = contenders.get(i).train(steps[i]) / 1e9;
                windows[i][round] = steps[i] * problem.batch() / took;
            }
        var rates = new LinkedHashMap<String, Double>();
        for (int i = 0; i < steps.length; i++) {
            Arrays.sort(windows[i]);
            rates.put(contenders.get(i).name(), windows[i][WINDOWS / 2]);
        }
        return rates;
    }

    /** The steps that fill a window. */
    private long warm(Contender contender) {
        long steps = 1;
        double took = 0;
        double all = 0;
        // The last of these ran long enough to be compiled, and to tell how long a step takes.
        while (took < seconds / 4 || all < seconds) {
            took = contender.train(steps) / 1e9;
            all += took;
            if (took < seconds / 4) steps *= 2;
        }
        return Math.max(1, (long) (steps * seconds / took));
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
    }
}
