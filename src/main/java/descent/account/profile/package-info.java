/** One's own account: what it says, where one is signed in, and what is known of one. */
@NullMarked
package descent.account.profile;

import org.jspecify.annotations.NullMarked;
