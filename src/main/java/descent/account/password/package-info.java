/** Passwords: the rules for them, their hashes, proving, changing and resetting them. */
@NullMarked
package descent.account.password;

import org.jspecify.annotations.NullMarked;
