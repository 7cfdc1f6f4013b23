/** Questions as they travel: what a file of another program holds, format by format. */
@NullMarked
package descent.exchange.question;

import org.jspecify.annotations.NullMarked;
