package descent.audio.script;

import descent.course.material.Voices.Pronunciation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who speaks, and the words that need help. A part of what a sound is made of: only what its script
 * uses is in it, so that nothing else makes it sound anew.
 */
public record Cast(List<Voice> voices, List<Pronunciation> pronunciations) {
    /** One voice in three sizes, clearly apart: fundamentals near 170, 116 and 226 Hz. */
    private static final Map<String, Voice> BUILT_IN =
            Map.of(
                    "teacher", new Voice("teacher", "", 0, 1, 0),
                    "narrator", new Voice("narrator", "", 0, 1, 0),
                    "student-a", new Voice("student-a", "", -62, 0.87, 4),
                    "student-b", new Voice("student-b", "", 45, 1.12, 6));

    public Cast {
        voices = List.copyOf(voices);
        pronunciations = List.copyOf(pronunciations);
    }

    /**
     * @param characters of the course's own, by role
     * @param names of an outside engine's voices, by role
     */
    public static Cast of(
            Script script,
            Map<String, descent.course.material.Voices.Character> characters,
            List<Pronunciation> pronunciations,
            Map<String, String> names) {
        var words =
                script.lines().stream()
                        .flatMap(line -> line.sentences().stream())
                        .flatMap(sentence -> Words.in(sentence).stream())
                        .collect(java.util.stream.Collectors.toSet());
        return new Cast(
                script.lines().stream()
                        .map(Script.Line::role)
                        .distinct()
                        .sorted()
                        .map(role -> voice(role, characters, names))
                        .toList(),
                pronunciations.stream()
                        .filter(each -> words.contains(each.word().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Voice voice(
            String role,
            Map<String, descent.course.material.Voices.Character> characters,
            Map<String, String> names) {
        var usual = BUILT_IN.getOrDefault(role, new Voice(role, "", 0, 1, 0));
        var name = names.getOrDefault(role, "");
        var own = characters.get(role);
        return own == null
                ? new Voice(role, name, usual.pitch(), usual.tract(), usual.pace())
                : new Voice(role, name, own.pitch(), own.tract(), own.pace());
    }

    public Voice voice(String role) {
        return voices.stream()
                .filter(voice -> voice.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no voice for the role " + role));
    }
}
