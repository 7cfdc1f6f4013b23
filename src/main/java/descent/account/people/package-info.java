/** What admins do about people. */
@NullMarked
package descent.account.people;

import org.jspecify.annotations.NullMarked;
