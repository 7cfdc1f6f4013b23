/** The people of a course, for those who write it: members and groups, who may enrol, and when. */
@NullMarked
package descent.enrolment.people;

import org.jspecify.annotations.NullMarked;
