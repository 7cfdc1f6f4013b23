/** Certificates for those who have completed a course, and the page that says they are genuine. */
@NullMarked
package descent.progress.certificate;

import org.jspecify.annotations.NullMarked;
