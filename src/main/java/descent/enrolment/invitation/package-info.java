/** Invitations to a course: a link for a class, or a list of addresses. */
@NullMarked
package descent.enrolment.invitation;

import org.jspecify.annotations.NullMarked;
