/** Large values that never change, known by their content. */
@NullMarked
package descent.shared.blob;

import org.jspecify.annotations.NullMarked;
