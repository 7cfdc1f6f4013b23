/** Work in the background, done once however many replicas there are. */
@NullMarked
package descent.shared.job;

import org.jspecify.annotations.NullMarked;
