package descent.exchange.folder;

import descent.course.Publishing;
import descent.course.material.ContentFiles;
import descent.exchange.card.UnreadableFile;
import descent.exchange.zip.Archive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of one course, as they lie in {@code content/<course>/}. In a zip the folder may lie
 * deeper, as in one of a whole repository: it is the one that holds {@code course.yaml}.
 *
 * @param course its id, the name of the folder
 * @param files by their paths within the content folder, {@code <course>/course.yaml}
 * @param leftOut names of files that no course has, as they stand in the zip
 */
public record CourseFolder(String course, SortedMap<String, byte[]> files, List<String> leftOut) {
    private static final String SYLLABUS = "course.yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Equal exports are equal zips, whenever they are made. The earliest time that a zip knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Nothing that a file system would take for a way out of the folder, or for a device. */
    private static final Predicate<String> STAYS_INSIDE =
            Pattern.compile("(?!/)(?!.*(^|/)\\.\\.?(/|$))[^\\\\:\\p{Cntrl}]+").asMatchPredicate();

    public CourseFolder {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * @throws UnreadableFile when it holds no course, several, or means harm: then nothing of it is
     *     taken over
     */
    public static CourseFolder read(byte[] zip) {
        try (var archive = Archive.open(zip, "zip file of a course", STAYS_INSIDE)) {
            var names = archive.names();
            var folder = folder(names);
            var course = folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1);
            var files = new TreeMap<String, byte[]>();
            var leftOut = new ArrayList<String>();
            for (var name : names) {
                var path = course + name.substring(name.startsWith(folder) ? folder.length() : 0);
                if (name.startsWith(folder) && Publishing.isName(path)) {
                    files.put(path, archive.read(name, false));
                } else if (!name.endsWith(".DS_Store") && !name.startsWith("__MACOSX/")) {
                    leftOut.add(name);
                }
            }
            return new CourseFolder(course.substring(0, course.length() - 1), files, leftOut);
        }
    }

    /** The folder of the course, with a slash at its end. */
    private static String folder(List<String> names) {
        var folders =
                names.stream()
                        .filter(name -> name.endsWith("/" + SYLLABUS))
                        .map(name -> name.substring(0, name.length() - SYLLABUS.length()))
                        .toList();
        if (folders.size() != 1) {
            throw new UnreadableFile(
                    folders.isEmpty()
                            ? "The zip file holds no course: a course is a folder, named by its id, with a file course.yaml in it."
                            : "The zip file holds %d courses, %s. Send one at a time."
                                    .formatted(folders.size(), String.join(", ", folders)));
        }
        var folder = folders.getFirst();
        var id = folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1);
        if (!ID.matcher(id.substring(0, id.length() - 1)).matches()) {
            throw new UnreadableFile(
                    "The folder %s cannot be a course's: an id has small letters, digits and hyphens."
                            .formatted(id));
        }
        return folder;
    }

    /** A zip of a course's files, byte for byte as they are. */
    public static byte[] write(String course, ContentFiles files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var path : files.paths().tailSet(course + "/").headSet(course + "0")) {
                var entry = new ZipEntry(path);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(files.bytes(path).orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a zip in memory", e);
        }
        return bytes.toByteArray();
    }
}
