/** Pictures that authors send: looked at, made harmless, and told in words. */
@NullMarked
package descent.editor.figure;

import org.jspecify.annotations.NullMarked;
