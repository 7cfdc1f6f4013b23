package descent.progress.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * By which a certificate is looked up: 20 digits of Crockford's base 32, which has no letters that
 * look like digits. 100 random bits: nobody finds another's by trying.
 */
record CertificateCode(String digits) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    CertificateCode {
        if (!digits.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("no code of a certificate: " + digits);
        }
    }

    static CertificateCode random() {
        var digits = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            digits.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CertificateCode(digits.toString());
    }

    /**
     * As somebody types it from paper: in small letters, without hyphens, O for 0, I or L for 1.
     */
    static Optional<CertificateCode> parse(String typed) {
        var digits =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        return digits.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Optional.of(new CertificateCode(digits))
                : Optional.empty();
    }

    /** As it is shown: {@code 7K3M9-QX2PD-0VTW4-HJ8RA}. */
    String text() {
        return digits.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
