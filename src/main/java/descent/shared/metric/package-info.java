/** What all rooms' figures for those who look after the site have in common. */
@NullMarked
package descent.shared.metric;

import org.jspecify.annotations.NullMarked;
