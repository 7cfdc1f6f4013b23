/** Questions of a course in the formats of other programs, out and in. */
@NullMarked
package descent.editor.bank;

import org.jspecify.annotations.NullMarked;
