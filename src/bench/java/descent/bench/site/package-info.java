/**
 * What benchmarks share: the packaged program as a process, its database, and how long things took.
 */
@NullMarked
package descent.bench.site;

import org.jspecify.annotations.NullMarked;
