package descent.course.material;

import java.util.List;

/** How the cast sounds, and how words are said that a voice would get wrong. */
public record Voices(List<Character> characters, List<Pronunciation> pronunciations) {
    public static final Voices NONE = new Voices(List.of(), List.of());

    /**
     * How the built-in voice becomes a role's.
     *
     * @param role of the cast
     * @param pitch added to the voice's own, in hertz
     * @param tract scale of the voice's resonances: below 1 sounds lower
     * @param pace in per cent, faster above 0
     */
    public record Character(String role, double pitch, double tract, int pace) {}

    /**
     * @param word as written
     * @param say the same sound in a spelling that any voice reads right
     * @param sounds for the built-in voice, in its phonemes (SAMPA); empty where the spelling does
     */
    public record Pronunciation(String word, String say, String sounds) {}

    public Voices {
        characters = List.copyOf(characters);
        pronunciations = List.copyOf(pronunciations);
    }
}
