/**
 * What is to be spoken: a conversation or an audiobook as lines with their roles, and by which
 * voices.
 */
@NullMarked
package descent.audio.script;

import org.jspecify.annotations.NullMarked;
