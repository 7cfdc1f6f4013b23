/**
 * What a folder of content can prove: every run is trained, every question drawn, and the numbers
 * that texts quote are compared.
 */
@NullMarked
package descent.course.proof;

import org.jspecify.annotations.NullMarked;
