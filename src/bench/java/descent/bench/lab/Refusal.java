package descent.bench.lab;

import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.time.Duration;

/** How soon a run that is far too large is refused, with what would fit. */
public final class Refusal {
    private static final int WARM_UP = 50;
    private static final int TIMES = 500;

    /** A thousand million parameters. */
    private static final String HUGE =
            """
            {"network": {"layers": [{"kind": "dense", "units": 31620}, {"kind": "dense", "units": 31620}]}}
            """;

    private Refusal() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var ada = new Learner(program.site())) {
            var times = new Latencies();
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                long began = System.nanoTime();
                Learner.expect(422, ada.asks(HUGE).statusCode());
                if (i >= WARM_UP) {
                    times.add(Duration.ofNanos(System.nanoTime() - began));
                }
            }
            System.out.println("refusal: " + times);
        }
    }
}
