/** When somebody studied, and what to do next: rules on values, without database or web. */
@NullMarked
package descent.progress.study;

import org.jspecify.annotations.NullMarked;
