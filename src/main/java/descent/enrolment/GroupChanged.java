package descent.enrolment;

import java.util.UUID;

/**
 * Somebody is in another group of a course than before; observed in the transaction that makes it
 * so.
 */
public record GroupChanged(UUID personId, String courseId) {}
