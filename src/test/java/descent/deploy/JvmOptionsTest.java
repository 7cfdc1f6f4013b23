package descent.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With which options the program runs, wherever it is started. */
class JvmOptionsTest {
    /** Else texts and addresses would be written as the machine's owner writes numbers. */
    @Test
    void numbersAreWrittenAlikeOnAGermanMachine() throws IOException, InterruptedException {
        var settings = settings("-Duser.language=de -Duser.country=DE");
        assertTrue(settings.contains("user.language = en"), settings);
        assertTrue(settings.contains("user.country = US"), settings);
        assertEquals("1,234.5", "%,.1f".formatted(1234.5), "the tests run with the same options");
    }

    /**
     * @param machine what the machine says, which the options have to outdo
     */
    private static String settings(String machine) throws IOException, InterruptedException {
        var java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@src/main/dist/jvm.options",
                                "-XshowSettings:properties",
                                "-version")
                        .redirectErrorStream(true);
        java.environment().put("JAVA_TOOL_OPTIONS", machine);
        var process = java.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
