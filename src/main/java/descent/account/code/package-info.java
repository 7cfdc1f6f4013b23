/** One-time codes as a second factor: by an app (RFC 6238), and on paper. */
@NullMarked
package descent.account.code;

import org.jspecify.annotations.NullMarked;
