/** Sound in numbers: levels, pauses, files, and when which sentence is heard. */
@NullMarked
package descent.audio.sound;

import org.jspecify.annotations.NullMarked;
