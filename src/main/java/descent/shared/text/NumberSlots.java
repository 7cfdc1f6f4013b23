package descent.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula with its numbers taken out: formulas that differ in their numbers alone, such as those
 * of a generated question, are drawn once. A drawing does not depend on which digits a number has,
 * nor on how many, as long as the number stands for itself: {@code x^12}, {@code \frac12} and
 * {@code 12^3} take a digit of it, so that such numbers stay.
 *
 * @param tex with stand-ins for numbers, which are numbers themselves
 * @param numbers what they stand for
 */
record NumberSlots(String tex, List<String> numbers) {
    private static final String STAND_IN = "10203";
    private static final Pattern FILLED = Pattern.compile(STAND_IN + "(\\d{3})");
    private static final int FIRST = 100;
    private static final int MOST = 900;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)", Pattern.DOTALL);
    private static final Pattern COMMAND_AT_END = Pattern.compile("\\\\([A-Za-z]+)\\s*$");

    /** Take nothing that stands behind them. */
    private static final Set<String> SYMBOLS =
            Set.of(
                    "cdot",
                    "times",
                    "pm",
                    "mp",
                    "odot",
                    "leftarrow",
                    "to",
                    "approx",
                    "le",
                    "leq",
                    "ge",
                    "geq",
                    "lt",
                    "gt",
                    "ne",
                    "neq",
                    "in",
                    "sim",
                    "dots",
                    "ldots",
                    "cdots",
                    "quad",
                    "qquad",
                    "partial",
                    "nabla",
                    "infty",
                    "sum",
                    "prod",
                    "ln",
                    "log",
                    "exp",
                    "tanh",
                    "sin",
                    "cos",
                    "max",
                    "min",
                    "arg",
                    "lVert",
                    "rVert",
                    "lvert",
                    "rvert",
                    "lceil",
                    "rceil",
                    "lfloor",
                    "rfloor",
                    "alpha",
                    "beta",
                    "gamma",
                    "delta",
                    "epsilon",
                    "eta",
                    "theta",
                    "kappa",
                    "lambda",
                    "mu",
                    "pi",
                    "rho",
                    "sigma",
                    "tau",
                    "phi",
                    "varphi",
                    "psi",
                    "omega",
                    "Delta",
                    "Sigma",
                    "Theta",
                    "ell");

    /** Take what stands in braces behind them, and draw it like anything else. */
    private static final Set<String> FRAMES =
            Set.of(
                    "frac", "dfrac", "tfrac", "sqrt", "hat", "bar", "text", "mathrm", "mathsf",
                    "left", "right", "big", "bigl", "bigr");

    /** Spaces, braces, and the end of a line. */
    private static final String SIGNS = ",;:! {}\\|%";

    NumberSlots {
        numbers = List.copyOf(numbers);
    }

    static NumberSlots of(String tex) {
        if (tex.contains(STAND_IN) || !isPlain(tex)) {
            return new NumberSlots(tex, List.of());
        }
        var numbers = new ArrayList<String>();
        var slotted = new StringBuilder();
        var number = NUMBER.matcher(tex);
        while (number.find()) {
            boolean free =
                    numbers.size() < MOST && standsForItself(tex, number.start(), number.end());
            if (free) {
                numbers.add(number.group());
            }
            number.appendReplacement(
                    slotted, free ? STAND_IN + (FIRST + numbers.size() - 1) : number.group());
        }
        return new NumberSlots(number.appendTail(slotted).toString(), numbers);
    }

    /**
     * Only what is known to draw a number like any other; lengths, for example, are numbers too.
     */
    private static boolean isPlain(String tex) {
        return !tex.contains("\\\\[")
                && COMMAND.matcher(tex)
                        .results()
                        .map(command -> command.group(1))
                        .allMatch(name ->
                                SYMBOLS.contains(name)
                                        || FRAMES.contains(name)
                                        || SIGNS.contains(name));
    }

    private static boolean standsForItself(String tex, int from, int to) {
        var after = tex.substring(to).stripLeading();
        if (after.startsWith("^") || after.startsWith("_") || after.startsWith("'")) {
            return false;
        }
        var before = tex.substring(0, from);
        var command = COMMAND_AT_END.matcher(before);
        if (command.find()) {
            return SYMBOLS.contains(command.group(1));
        }
        var bare = before.stripTrailing();
        return !bare.endsWith("^") && !bare.endsWith("_");
    }

    /** The drawing of {@link #tex}, with the numbers put back. */
    String filled(String drawing) {
        return numbers.isEmpty()
                ? drawing
                : FILLED.matcher(drawing)
                        .replaceAll(slot ->
                                Matcher.quoteReplacement(
                                        numbers.get(Integer.parseInt(slot.group(1)) - FIRST)));
    }
}
