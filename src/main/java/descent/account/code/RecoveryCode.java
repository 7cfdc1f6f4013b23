package descent.account.code;

import descent.shared.Sha256;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code on paper that signs in once in place of the app's: 120 random bits in groups of four
 * letters, known to the database by hash.
 */
@Entity
class RecoveryCode extends PanacheEntityBase {
    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id public String codeHash;

    public UUID personId;
    public @Nullable Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(String code, UUID personId) {
        this.codeHash = hash(code);
        this.personId = personId;
    }

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.of(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** However it was typed. */
    static String hash(String code) {
        return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }
}
