/**
 * The training engine: what a network is, how it learns, and what an experiment may ask for. It
 * needs only the JDK. This package holds what all its packages say about their settings.
 */
@NullMarked
package descent.engine;

import org.jspecify.annotations.NullMarked;
