package descent.course.proof;

import descent.course.material.ContentFiles;
import descent.course.material.Finding;
import descent.course.reading.ContentSchemas;
import descent.shared.text.DrawnFormulas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content check as a program. */
public final class CheckFolder {
    private CheckFolder() {}

    /**
     * Prints what is wrong with a folder; ends with 1 when there are errors.
     *
     * @param arguments the folder, and the one that gets {@code course.md}, what the courses hold,
     *     and {@code schema}, the JSON Schemas of the files
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder)) {
            System.err.println("There is no folder " + folder.toAbsolutePath());
            System.exit(2);
        }
        var check = new ContentProof(ContentFiles.in(folder), new DrawnFormulas());
        var findings = check.findings();
        findings.forEach(finding -> System.out.println(folder + "/" + finding));
        write(Path.of(arguments[1]), check.report());
        long errors = findings.stream().filter(Finding::isError).count();
        System.out.printf(
                "%d errors, %d warnings; what the courses hold: %s%n",
                errors, findings.size() - errors, arguments[1]);
        System.exit(errors == 0 ? 0 : 1);
    }

    private static void write(Path folder, String report) throws IOException {
        var schemas = Files.createDirectories(folder.resolve("schema"));
        for (var schema : ContentSchemas.all().entrySet()) {
            Files.writeString(schemas.resolve(schema.getKey() + ".json"), schema.getValue());
        }
        Files.writeString(folder.resolve("course.md"), report);
    }
}
