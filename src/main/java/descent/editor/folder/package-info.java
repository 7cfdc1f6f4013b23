/** A course as a folder of files: out as a zip, and in from one after a look at what it changes. */
@NullMarked
package descent.editor.folder;

import org.jspecify.annotations.NullMarked;
