/** Single items of a course's lists: a form for each, new ones, and many at once. */
@NullMarked
package descent.editor.item;

import org.jspecify.annotations.NullMarked;
