/**
 * How people get an account: by signing up, and the first admin by the link that a start prints.
 */
@NullMarked
package descent.account.signup;

import org.jspecify.annotations.NullMarked;
