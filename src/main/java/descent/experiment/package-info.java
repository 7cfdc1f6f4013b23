/**
 * Training networks: presets in lessons, the lab, and the curves that arrive while the server
 * trains.
 */
@NullMarked
package descent.experiment;

import org.jspecify.annotations.NullMarked;
