package descent.shared.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** Reads the rows of a table, and tells how many and which they were. */
final class Digest {
    private Digest() {}

    /**
     * @param rows gets their text; is left open
     */
    static Manifest.Content read(Connection database, Table table, OutputStream rows)
            throws SQLException, IOException {
        var text = new DigestOutputStream(rows, sha256());
        long count =
                database.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), text);
        var hash = HexFormat.of().formatHex(text.getMessageDigest().digest());
        return new Manifest.Content(table.name(), count, hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
