package descent.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.account.AccountWords;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language somebody is spoken to in, and that nothing of it is missing. */
class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "de, GERMAN",
                "de-AT, GERMAN",
                "fr;q=0.9 | de;q=0.5 | en;q=0.4, GERMAN",
                "en-GB | de;q=0.9, ENGLISH",
                "fr, ENGLISH",
                "*, ENGLISH",
                "'', ENGLISH",
                "de;q=much, ENGLISH",
                "{}%, ENGLISH"
            })
    void firstLanguageOfTheBrowserThatWeSpeakIsTaken(String header, Language language) {
        assertEquals(language, Language.accepted(header.replace(" | ", ", ")));
    }

    @Test
    void whoAsksForNoneIsSpokenToInEnglish() {
        assertEquals(Language.ENGLISH, Language.accepted(null));
    }

    @ParameterizedTest
    @ValueSource(classes = {FrameWords.class, AccountWords.class})
    void germanHasAllWordsAndNoMore(Class<?> words) throws IOException {
        var name = words == FrameWords.class ? "frame" : "account";
        var german = new Properties();
        try (Reader file =
                Files.newBufferedReader(
                        Path.of("src/main/resources/messages/%s_de.properties".formatted(name)))) {
            german.load(file);
        }
        assertEquals(
                Arrays.stream(words.getDeclaredMethods())
                        .map(method -> method.getName())
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(german.stringPropertyNames()));
    }
}
