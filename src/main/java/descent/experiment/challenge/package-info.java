/** Challenges: a target, a budget, the server's own run as the judge, and a board of the best. */
@NullMarked
package descent.experiment.challenge;

import org.jspecify.annotations.NullMarked;
