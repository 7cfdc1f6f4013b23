/** Mail: put into an outbox in the transaction of the deed, written and sent a little later. */
@NullMarked
package descent.shared.mail;

import org.jspecify.annotations.NullMarked;
