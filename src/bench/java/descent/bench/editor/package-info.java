/** How long an author waits: for the page beside the text, the check, an import. */
@NullMarked
package descent.bench.editor;

import org.jspecify.annotations.NullMarked;
