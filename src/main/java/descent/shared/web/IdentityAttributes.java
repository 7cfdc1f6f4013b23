package descent.shared.web;

/** What the security identity of a request says beside the roles; all of it text. */
public final class IdentityAttributes {
    /** The name to greet. */
    public static final String NAME = "descent.name";

    /** The time zone in which days and times are shown, such as "Europe/Vienna". */
    public static final String ZONE = "descent.zone";

    /**
     * The path where somebody gains the role that the session lacks at the moment: a password to be
     * typed again, a second factor to be set up.
     */
    public static final String STEP_UP = "descent.step-up";

    /** The course that an author is looking at as a learner would. */
    public static final String VIEWED_COURSE = "descent.viewed-course";

    private IdentityAttributes() {}
}
