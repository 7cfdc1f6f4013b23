/**
 * Arrays of numbers and the few loops over them that cost time, in a vector and a scalar form that
 * agree to the last bit; random numbers; elementary functions of our own.
 */
@NullMarked
package descent.engine.tensor;

import org.jspecify.annotations.NullMarked;
