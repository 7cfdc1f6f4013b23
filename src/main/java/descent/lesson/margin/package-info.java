/** What readers write into the margins of lessons: bookmarks, highlights, notes. */
@NullMarked
package descent.lesson.margin;

import org.jspecify.annotations.NullMarked;
