/** What a course's authors tell those who take it, on its page and by mail. */
@NullMarked
package descent.enrolment.announcement;

import org.jspecify.annotations.NullMarked;
