/**
 * What two web replicas and a worker carry, and what becomes of people's work when parts of them
 * die.
 */
@NullMarked
package descent.bench.scale;

import org.jspecify.annotations.NullMarked;
