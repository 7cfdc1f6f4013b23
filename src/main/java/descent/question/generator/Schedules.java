package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;

import java.util.List;

/** Learning rates that change while training goes on. */
final class Schedules {
    private Schedules() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "scheduled-rate",
                        List.of(
                                names(
                                        "schedule",
                                        List.of(
                                                "step",
                                                "exponential",
                                                "cosine",
                                                "warm-up",
                                                "warm-up-cosine"))),
                        Schedules::scheduledRate));
    }

    private static Variant scheduledRate(Draws d) {
        double top = d.chance("rate").oneOf(List.of(0.001, 0.002, 0.01, 0.05, 0.1, 0.2));
        int total = 10 * (int) d.chance("total").whole(10, 50);
        int step = 5 * (int) d.chance("step").whole(1, total / 5 - 1);
        int warmUp = 10 * (int) d.chance("warm-up").whole(2, total / 20);
        return switch (d.name("schedule")) {
            case "step" -> stepDecay(d, top);
            case "exponential" -> exponentialDecay(d, top);
            case "cosine" -> cosine(top, total, 0, step);
            case "warm-up" -> warmUp(top, warmUp, step);
            default -> cosine(top, total, warmUp, step);
        };
    }

    private static Variant stepDecay(Draws d, double top) {
        double share = d.chance("share").oneOf(List.of(0.1, 0.2, 0.5));
        int every = 10 * (int) d.chance("every").whole(1, 10);
        int drops = (int) d.chance("drops").whole(1, 4);
        int step = drops * every + (int) d.chance("beyond").whole(1, every - 1);

        double rate = top * StrictMath.pow(share, drops);
        return Sheet.asking(
                        """
                        A learning rate starts at $%s$ and is multiplied by $%s$ after every $%d$ steps. \
                        What is it after $%d$ steps?\
                        """,
                        tex(top), tex(share), every, step)
                .value("rate", top)
                .value("factor", share)
                .value("every", every)
                .value("step", step)
                .step(
                        "$%d / %d$ is $%d$ whole intervals, so $%d$ drops.",
                        step, every, drops, drops)
                .step("$%s \\cdot %s^{%d} %s$.", tex(top), tex(share), drops, eq(rate))
                .slip(rate / share, "That is one drop too few.")
                .slip(rate * share, "That is one drop too many.")
                .slip(top * share * drops, "The factors multiply: take the power.")
                .slip(
                        top * StrictMath.pow(share, (double) step / every),
                        "It falls in steps: only whole intervals count.")
                .real(rate, "How many whole intervals have passed? One factor for each.");
    }

    private static Variant exponentialDecay(Draws d, double top) {
        double share = d.chance("share").whole(90, 99) / 100.0;
        int step = (int) d.chance("few").whole(2, 30);
        double rate = top * StrictMath.pow(share, step);
        return Sheet.asking(
                        """
                        A learning rate starts at $%s$ and is multiplied by $%s$ after every step. What is \
                        it after $%d$ steps?\
                        """,
                        tex(top), tex(share), step)
                .value("rate", top)
                .value("factor", share)
                .value("step", step)
                .step("$%s \\cdot %s^{%d} %s$.", tex(top), tex(share), step, eq(rate))
                .slip(top * share * step, "The factors multiply: take the power.")
                .slip(
                        top * (1 - (1 - share) * step),
                        "It does not fall by the same amount each time.")
                .slip(top * StrictMath.pow(share, step - 1), "One factor is missing.")
                .real(rate, "One factor for each step.");
    }

    private static Variant warmUp(double top, int warmUp, int step) {
        int at = step < warmUp ? step : warmUp / 2;
        double rate = top * at / warmUp;
        return Sheet.asking(
                        """
                        A learning rate grows linearly from 0 to $%s$ within the first $%d$ steps. What is \
                        it after $%d$ steps?\
                        """,
                        tex(top), warmUp, at)
                .value("rate", top)
                .value("warm-up", warmUp)
                .value("step", at)
                .step("$%s \\cdot %d / %d %s$.", tex(top), at, warmUp, eq(rate))
                .slip(top, "That is where it ends.")
                .slip(top * (warmUp - at) / warmUp, "It grows.")
                .slip(top / warmUp, "That is one step's part.")
                .real(rate, "What share of the warm-up has passed?");
    }

    private static Variant cosine(double top, int total, int warmUp, int step) {
        int at = Math.max(step, warmUp);
        double passed = (double) (at - warmUp) / (total - warmUp);
        double rate = top * (1 + StrictMath.cos(Math.PI * passed)) / 2;
        var sheet =
                Sheet.asking(
                                """
                                A learning rate %s falls to 0 along half a cosine, which ends at step $%d$: \
                                $\\eta_{max} \\cdot \\frac{1}{2}(1 + \\cos \\pi p)$, where $p$ is the share of \
                                the fall that has passed. What is it after $%d$ steps?\
                                """,
                                warmUp > 0
                                        ? """
                                        grows linearly from 0 to $\\eta_{max} = %s$ within the first $%d$ \
                                        steps, then\
                                        """
                                                .formatted(tex(top), warmUp)
                                        : "starts at $\\eta_{max} = %s$ and".formatted(tex(top)),
                                total,
                                at)
                        .value("rate", top)
                        .value("total", total)
                        .value("warm-up", warmUp)
                        .value("step", at)
                        .step("$p = %d / %d %s$.", at - warmUp, total - warmUp, eq(passed))
                        .step(
                                "$%s \\cdot \\frac{1}{2}(1 + \\cos(%s\\,\\pi)) %s$.",
                                tex(top), tex(passed), eq(rate));
        return sheet.slip(top * (1 - passed), "That falls along a line.")
                .slip(top * StrictMath.cos(Math.PI * passed / 2), "That is a quarter of a cosine.")
                .slip(
                        top * (1 + StrictMath.cos(StrictMath.toRadians(Math.PI * passed))) / 2,
                        "The angle is in radians, not in degrees.")
                .slip(
                        top * (1 + StrictMath.cos(Math.PI * at / total)) / 2,
                        "The fall begins after the warm-up.")
                .slip(
                        top * (1 - StrictMath.cos(Math.PI * passed)) / 2,
                        "It falls, it does not grow.")
                .slip(2 * rate, "One half of the sum.")
                .real(rate, "Which share of the fall has passed? Put it into the formula.");
    }
}
