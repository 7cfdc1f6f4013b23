/** The same words in many texts of a course, found and replaced together. */
@NullMarked
package descent.editor.replace;

import org.jspecify.annotations.NullMarked;
