/** Files that authors look at before they are taken over. */
@NullMarked
package descent.editor.upload;

import org.jspecify.annotations.NullMarked;
