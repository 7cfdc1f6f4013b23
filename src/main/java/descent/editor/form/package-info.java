/** What an item of a course says as the fields of a form, and what a filled-in form says of it. */
@NullMarked
package descent.editor.form;

import org.jspecify.annotations.NullMarked;
