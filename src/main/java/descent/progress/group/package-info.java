/** What the authors of a course see of those who take it. */
@NullMarked
package descent.progress.group;

import org.jspecify.annotations.NullMarked;
