package descent.course.reading;

import descent.course.material.Index.Kind;
import descent.course.material.Voices;
import descent.course.material.Voices.Character;
import descent.course.material.Voices.Pronunciation;
import descent.course.yaml.Fields;
import java.util.Set;

/** {@code voices.yaml} */
final class VoicesReader {
    /** The phonemes of the built-in voice (American English), with the marks of syllables. */
    private static final Set<String> PHONEMES =
            Set.of(
                    ("A AI @ @U EI E I O OI U V aU i r= u { D N S T Z b d dZ f g h j k l m n p r s t"
                                    + " tS v w z ' , -")
                            .split(" "));

    private VoicesReader() {}

    static Voices voices(Fields f) {
        return new Voices(
                f.eachIfAny("voices", VoicesReader::character),
                f.eachIfAny("pronunciations", VoicesReader::pronunciation));
    }

    private static Character character(Fields f) {
        return new Character(
                f.reference("role", Kind.ROLE),
                within(f, "pitch", -100, 150, 0),
                within(f, "tract", 0.7, 1.4, 1),
                (int) within(f, "pace", -40, 40, 0));
    }

    private static Pronunciation pronunciation(Fields f) {
        var sounds = f.textIfAny("sounds").orElse("");
        for (var phoneme : sounds.isEmpty() ? new String[0] : sounds.split(" +")) {
            if (!PHONEMES.contains(phoneme)) {
                f.breaking(
                        f.lineOf("sounds"),
                        "unknown-name",
                        "\"%s\" is no phoneme; there are, with spaces between them: %s"
                                .formatted(
                                        phoneme,
                                        String.join(" ", PHONEMES.stream().sorted().toList())));
            }
        }
        var word = f.text("word");
        if (word.contains(" ")) {
            f.breaking(
                    f.lineOf("word"), "wrong-kind", "\"word\" is a single word, as it is written");
        }
        return new Pronunciation(word, f.text("say"), sounds);
    }

    private static double within(Fields f, String name, double least, double most, double usual) {
        if (!f.has(name)) {
            return usual;
        }
        double value = f.number(name, least);
        if (value > most) {
            f.breaking(
                    f.lineOf(name),
                    "wrong-kind",
                    "\"%s\" is a number from %s to %s".formatted(name, least, most));
        }
        return value;
    }
}
