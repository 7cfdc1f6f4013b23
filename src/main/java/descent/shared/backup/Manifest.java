package descent.shared.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup.
 *
 * @param format of the file
 * @param taken the moment whose state it holds
 * @param server the version of the PostgreSQL that it comes from
 * @param migrations the names of the files that made its tables
 * @param sequences the last number of each that has given one
 */
record Manifest(
        int format,
        Instant taken,
        String server,
        List<String> migrations,
        List<Content> tables,
        Map<String, Long> sequences) {
    static final int FORMAT = 1;

    /** The name of its entry in the file. */
    static final String ENTRY = "manifest.json";

    Manifest {
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "this backup has format %d, this program reads %d".formatted(format, FORMAT));
        }
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /**
     * The rows of a table.
     *
     * @param sha256 of their text
     */
    record Content(String table, long rows, String sha256) {
        String entry() {
            return "tables/" + table;
        }
    }
}
