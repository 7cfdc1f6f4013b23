package descent.account.code;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the parts of an SVG picture.
 *
 * @param size width and height in modules, the quiet zone around it included
 * @param path the dark modules
 */
record QrPicture(int size, String path) {
    /** In modules, as the standard wants it. */
    private static final int QUIET_ZONE = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d,%dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET_ZONE, dark.toString());
    }
}
