/** Signing in and out. */
@NullMarked
package descent.account.login;

import org.jspecify.annotations.NullMarked;
