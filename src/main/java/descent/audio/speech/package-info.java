/** Sentences become sound: the engines that can speak. */
@NullMarked
package descent.audio.speech;

import org.jspecify.annotations.NullMarked;
