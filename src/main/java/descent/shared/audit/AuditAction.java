package descent.shared.audit;

import java.util.Locale;

/** What is written into the audit log; the list is the whole inventory. */
public enum AuditAction {
    /** Somebody signed in. */
    LOGIN,
    /** A password or a code was wrong. */
    LOGIN_FAILED,
    /** Sign-in was refused because it was tried too often. */
    LOGIN_THROTTLED,
    /** Somebody signed out. */
    LOGOUT,
    /** Sessions of a person were ended, by the person or by an admin. */
    SESSIONS_ENDED,
    /** An account came into being. */
    SIGN_UP,
    /** A password was changed or reset. */
    PASSWORD_CHANGED,
    /** A one-time link to reset a password was handed out. */
    RESET_LINK_ISSUED,
    /** The name or the e-mail address of an account was changed. */
    ACCOUNT_CHANGED,
    /** One-time codes were set up, renewed or given up. */
    CODES_CHANGED,
    /** A person's role, or the courses of which one is an author. */
    ROLE_CHANGED,
    /** A person was disabled or enabled again. */
    PERSON_DISABLED,
    /** A person was deleted. */
    PERSON_DELETED,
    /** Somebody's enrolment, group or invitation was changed by another, or a course's rule. */
    ENROLMENT_CHANGED,
    /** An author looked at a course as a learner. */
    VIEWED_AS_LEARNER,
    /** Content was published or rolled back. */
    CONTENT_PUBLISHED,
    /** Content or data came in. */
    IMPORTED,
    /** Content or data went out. */
    EXPORTED,
    /** A test was given more time, reopened or closed. */
    TIME_EXTENDED,
    /** A mark was changed after grading. */
    GRADE_CHANGED,
    /** Somebody else's run was ended, or a setting of the program changed. */
    OPERATED,
    /** Somebody signed in asked for what is not theirs. */
    REFUSED;

    /** As it is shown: "login failed". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
