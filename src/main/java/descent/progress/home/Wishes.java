package descent.progress.home;

/**
 * What somebody wants of the home page.
 *
 * @param weeklyMinutes of studying that the person wants to reach; 0 for no goal
 * @param reminders whether to be reminded by e-mail of cards that are due
 */
public record Wishes(int weeklyMinutes, boolean reminders) {
    static final int MOST_MINUTES = 5_000;
    static final Wishes NONE = new Wishes(0, false);

    /** Whether it is a number of minutes that one may want to reach, or nothing. */
    static boolean isGoal(String typed) {
        return typed.isEmpty() || Integer.parseInt(typed) <= MOST_MINUTES;
    }
}
