/** Sessions: rows of the database, behind a token that a browser's cookie holds. */
@NullMarked
package descent.account.session;

import org.jspecify.annotations.NullMarked;
