/** Links that work once, for a while. */
@NullMarked
package descent.account.link;

import org.jspecify.annotations.NullMarked;
