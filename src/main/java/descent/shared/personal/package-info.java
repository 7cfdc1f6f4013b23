/** What the rooms know of a person, for that person to see, take along and have deleted. */
@NullMarked
package descent.shared.personal;

import org.jspecify.annotations.NullMarked;
