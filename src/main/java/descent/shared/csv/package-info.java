/** Tables for spreadsheets. */
@NullMarked
package descent.shared.csv;

import org.jspecify.annotations.NullMarked;
