package descent.flashcard.scheduling;

/**
 * The days over which an interval may be spread, both included, so that cards learned together do
 * not come back together for ever.
 *
 * <p>Around an interval <i>I</i> the spread is 1 day and 15 % of what lies between 2.5 and 7 days,
 * 10 % between 7 and 20, and 5 % beyond, to both sides; below 2.5 days there is none. These are the
 * numbers of Anki, py-fsrs and ts-fsrs. Which day it is follows from the card and the number of its
 * reviews alone: what the buttons promise is what happens, and a replay gives the same day.
 */
record Fuzz(int earliest, int latest) {
    private static final double LEAST = 2.5;

    static Fuzz around(int days, int latest) {
        if (days < LEAST) {
            return new Fuzz(Math.min(days, latest), Math.min(days, latest));
        }
        double spread =
                1
                        + 0.15 * (Math.min(days, 7) - LEAST)
                        + 0.1 * Math.clamp(days - 7, 0, 13)
                        + 0.05 * Math.max(days - 20, 0);
        int last = Math.min((int) Math.round(days + spread), latest);
        return new Fuzz(Math.min(Math.max(2, (int) Math.round(days - spread)), last), last);
    }

    int pick(long seed, int reviews) {
        double part = (mixed(seed + reviews * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
        return earliest + (int) (part * (latest - earliest + 1));
    }

    /** The finalizer of SplitMix64: each bit of the result depends on each bit of the input. */
    private static long mixed(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
