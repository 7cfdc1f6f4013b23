/** Short guides to the site itself, for learners, authors and admins. */
@NullMarked
package descent.help;

import org.jspecify.annotations.NullMarked;
