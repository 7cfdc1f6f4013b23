/** Mails that tell people what happened to their account. */
@NullMarked
package descent.account.notice;

import org.jspecify.annotations.NullMarked;
