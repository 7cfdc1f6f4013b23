/** The frame of every page, the headers of every answer, and problems told as pages or as JSON. */
@NullMarked
package descent.shared.web;

import org.jspecify.annotations.NullMarked;
