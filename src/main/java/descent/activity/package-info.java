/** What learners did: written in the transaction of the deed, observed inside it, never changed. */
@NullMarked
package descent.activity;

import org.jspecify.annotations.NullMarked;
