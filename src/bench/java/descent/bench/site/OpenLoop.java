package descent.bench.site;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Asks at a constant rate, whether or not the earlier ones have been answered; each latency counts
 * from the moment for which the question was planned.
 */
public final class OpenLoop {
    private final Latencies latencies = new Latencies();

    /** How many were answered how. */
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    /**
     * @param question gives its answer in a word: a status
     */
    public static OpenLoop run(int perSecond, Duration time, Callable<String> question)
            throws InterruptedException {
        long begin = System.nanoTime();
        return run(perSecond, () -> System.nanoTime() - begin < time.toNanos(), question);
    }

    /**
     * @param goesOn looked at before each question
     */
    public static OpenLoop run(int perSecond, BooleanSupplier goesOn, Callable<String> question)
            throws InterruptedException {
        var loop = new OpenLoop();
        long begin = System.nanoTime();
        long pause = Duration.ofSeconds(1).toNanos() / perSecond;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; goesOn.getAsBoolean(); i++) {
                long planned = begin + i * pause;
                long wait = planned - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                threads.submit(() -> loop.ask(question, planned));
            }
        }
        return loop;
    }

    private void ask(Callable<String> question, long planned) {
        String answer;
        try {
            answer = question.call();
        } catch (Exception e) {
            answer = e.getClass().getSimpleName();
        }
        latencies.add(Duration.ofNanos(System.nanoTime() - planned));
        answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
    }

    public Latencies latencies() {
        return latencies;
    }

    public long number(String answer) {
        return answers.getOrDefault(answer, new LongAdder()).sum();
    }

    @Override
    public String toString() {
        return latencies + "; answers " + answers;
    }
}
