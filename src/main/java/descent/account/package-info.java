/** People: who they are, how they sign in, and what their role lets them do. */
@NullMarked
package descent.account;

import org.jspecify.annotations.NullMarked;
