package descent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import descent.course.material.PageLink;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the lessons that ship link to beside their course is shown without a complaint. */
@QuarkusTest
class LinkedPagesTest {
    private static final Pattern LINK = Pattern.compile("\\(page:([^)\\s]+)\\)");

    @Test
    void everyPageThatALessonLinksToIsThere() throws IOException {
        var links = new TreeSet<String>();
        try (var files = Files.walk(Path.of("content"))) {
            for (var lesson : files.filter(file -> file.endsWith("lesson.md")).toList()) {
                LINK.matcher(Files.readString(lesson))
                        .results()
                        .forEach(link -> links.add(link.group(1)));
            }
        }
        assertFalse(links.isEmpty());
        for (var link : links) {
            var address = PageLink.address(link).orElseThrow();
            assertEquals(200, Client.visitor().get(address).statusCode(), address);
        }
    }
}
