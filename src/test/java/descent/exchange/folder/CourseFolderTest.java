package descent.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.material.ContentFiles;
import descent.exchange.card.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseFolderTest {
    private static final String COURSE = "training-deep-networks";

    @Test
    void authoredCourseComesBackByteForByte() {
        var content = ContentFiles.in(Path.of("content"));
        var zip = CourseFolder.write(COURSE, content);
        var folder = CourseFolder.read(zip);
        assertEquals(COURSE, folder.course());
        assertEquals(List.of(), folder.leftOut());
        var expected = content.paths().tailSet(COURSE + "/").headSet(COURSE + "0");
        assertEquals(expected, folder.files().keySet());
        folder.files()
                .forEach((path, bytes) ->
                        assertArrayEquals(content.bytes(path).orElseThrow(), bytes, path));
        assertArrayEquals(zip, CourseFolder.write(COURSE, content), "the same zip every time");
    }

    @Test
    void folderMayLieDeeperAndBesideOtherFiles() throws IOException {
        var folder =
                CourseFolder.read(
                        zip(
                                Map.of(
                                        "repo-main/README.md", "x",
                                        "repo-main/content/catalogue.yaml", "x",
                                        "repo-main/content/nets/course.yaml", "title: Nets",
                                        "repo-main/content/nets/.DS_Store", "x",
                                        "repo-main/content/nets/Notes of mine.txt", "x",
                                        "__MACOSX/nets", "x")));
        assertEquals("nets", folder.course());
        assertEquals(java.util.Set.of("nets/course.yaml"), folder.files().keySet());
        assertEquals(
                java.util.Set.of(
                        "repo-main/README.md",
                        "repo-main/content/catalogue.yaml",
                        "repo-main/content/nets/Notes of mine.txt"),
                java.util.Set.copyOf(folder.leftOut()));
    }

    /** Guarantee E9. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nets/../../evil.txt",
                "../evil.txt",
                "/etc/evil.yaml",
                "nets/..",
                "nets\\..\\evil.yaml",
                "C:/evil.yaml",
                "nets/./course.md"
            })
    void pathThatLeadsElsewhereIsRefusedWhole(String name) throws IOException {
        assertRefused("leads elsewhere", zip(Map.of("nets/course.yaml", "x", name, "evil")));
    }

    @Test
    void linkIsRefusedWhole() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var link = new ZipArchiveEntry("nets/course.yaml");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertRefused("holds a link", bytes.toByteArray());
    }

    /** Guarantee E11: the bytes are counted while they are read. */
    @Test
    void bombsAreRefused() throws IOException {
        assertRefused(
                "unpacks to more than 48 MB or to more than 100 times",
                zip(Map.of("nets/course.yaml", "x", "nets/glossary.yaml", "0".repeat(2_000_000))));
        var many = new LinkedHashMap<String, String>();
        many.put("nets/course.yaml", "x");
        for (int i = 0; i < 5_000; i++) {
            many.put("nets/tests/t" + i + ".yaml", "");
        }
        assertRefused("more than 5,000 files", zip(many));
    }

    @Test
    void zipInAZipIsNotUnpacked() throws IOException {
        var folder =
                CourseFolder.read(
                        zip(Map.of("nets/course.yaml", "x", "nets/figures/inner.zip", "PK")));
        assertTrue(folder.files().containsKey("nets/figures/inner.zip"), "a file like any other");
    }

    @Test
    void whatIsNoCourseIsRefused() throws IOException {
        assertRefused("no zip file", "hello".getBytes(StandardCharsets.UTF_8));
        assertRefused("no zip file", new byte[0]);
        assertRefused("holds no course", zip(Map.of("course.yaml", "x")));
        assertRefused("cannot be a course's", zip(Map.of("My Course/course.yaml", "x")));
        assertRefused("holds 2 courses", zip(Map.of("a/course.yaml", "x", "b/course.yaml", "y")));
    }

    private static void assertRefused(String reason, byte[] zip) {
        var refused = assertThrows(UnreadableFile.class, () -> CourseFolder.read(zip));
        assertTrue(refused.reason().contains(reason), refused.reason());
    }

    private static byte[] zip(Map<String, String> texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
