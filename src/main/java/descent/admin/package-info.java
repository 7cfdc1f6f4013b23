/** What admins look after: people, mails, runs, and the log of who did what. */
@NullMarked
package descent.admin;

import org.jspecify.annotations.NullMarked;
