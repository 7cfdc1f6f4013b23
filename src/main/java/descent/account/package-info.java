/**
 * People: who they are, how they sign in, and what their role lets them do. This package is the
 * door of the room; the packages inside it are its own business, and the admin pages'.
 */
@NullMarked
package descent.account;

import org.jspecify.annotations.NullMarked;
