/**
 * An exam of a whole class, measured: as it should go, and with the program and the database
 * killed.
 */
package descent.bench.quiz;
