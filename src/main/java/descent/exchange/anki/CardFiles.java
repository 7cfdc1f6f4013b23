package descent.exchange.anki;

import descent.exchange.card.CardFile;
import descent.exchange.card.CardTable;

/** Files of cards in any of the formats that are read. */
public final class CardFiles {
    private CardFiles() {}

    /**
     * By what it is, not by its name: a package is a zip.
     *
     * @throws descent.exchange.card.UnreadableFile when nothing of it can be taken over
     */
    public static CardFile read(byte[] file) {
        boolean zip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return zip ? AnkiPackage.read(file) : CardTable.read(file);
    }
}
