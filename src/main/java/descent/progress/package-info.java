/**
 * What a learner has reached and what comes next, and what an author sees of the class. Nobody uses
 * this room.
 */
@NullMarked
package descent.progress;

import org.jspecify.annotations.NullMarked;
