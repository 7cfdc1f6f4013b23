/** The frame of every page, what pages share, and problems told as pages or as JSON. */
@NullMarked
package descent.shared.web;

import org.jspecify.annotations.NullMarked;
