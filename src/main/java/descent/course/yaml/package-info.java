/**
 * YAML read with lines, so that all mistakes of a file are told at once and none stops the reading.
 */
@NullMarked
package descent.course.yaml;

import org.jspecify.annotations.NullMarked;
