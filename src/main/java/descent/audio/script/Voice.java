package descent.audio.script;

/**
 * How somebody sounds.
 *
 * @param role of the cast
 * @param name what a speech engine outside this program calls the voice; empty for its usual one
 * @param pitch added to the built-in voice's own, in hertz
 * @param tract scale of the voice's resonances: below 1 sounds lower
 * @param pace in per cent, faster above 0
 */
public record Voice(String role, String name, double pitch, double tract, int pace) {}
