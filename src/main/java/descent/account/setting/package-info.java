/** What admins decide for the whole site while it runs. */
@NullMarked
package descent.account.setting;

import org.jspecify.annotations.NullMarked;
