package descent.flashcard.own;

import descent.exchange.card.CardFile;
import descent.shared.Sha256;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Keeps the pictures of people's own cards. */
@ApplicationScoped
public class OwnPictures {
    public static final int MOST_BYTES = 1024 * 1024;
    private static final long MOST_BYTES_OF_ALL = 30L * 1024 * 1024;
    private static final Pattern NAMED =
            Pattern.compile(Pattern.quote(CardFile.PICTURE) + "([0-9a-f]{64})");

    /** A picture, and the extension that files of its kind have. */
    public record Picture(String mediaType, byte[] bytes) {
        public String extension() {
            return mediaType.substring("image/".length()).replace("jpeg", "jpg");
        }
    }

    /** The media type of a picture that browsers show, by its first bytes. */
    public static Optional<String> mediaType(byte[] bytes) {
        var head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 12));
        if (head.startsWith("89504e470d0a1a0a")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("ffd8ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("474946383761") || head.startsWith("474946383961")) {
            return Optional.of("image/gif");
        }
        return head.startsWith("52494646") && head.endsWith("57454250")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    /**
     * What is no picture is left out.
     *
     * @return the Markdown name of the picture; empty when it was left out
     * @throws Problem 409 when there are too many
     */
    @Transactional
    public Optional<String> keep(UUID personId, byte[] bytes) {
        var type = mediaType(bytes).filter(_ -> bytes.length <= MOST_BYTES);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var key = new OwnPicture.Key(personId, Sha256.of(bytes));
        if (OwnPicture.findByIdOptional(key).isEmpty()) {
            requireRoom(personId, bytes.length);
            new OwnPicture(key, type.get(), bytes).persistAndFlush();
        }
        return Optional.of(CardFile.PICTURE + key.sha256());
    }

    private static void requireRoom(UUID personId, int more) {
        Turn.take("pictures of " + personId);
        var sum =
                (Number)
                        OwnPicture.getEntityManager()
                                .createNativeQuery(
                                        "select coalesce(sum(octet_length(bytes)), 0) from flashcard_picture where person_id = ?1")
                                .setParameter(1, personId)
                                .getSingleResult();
        if (sum.longValue() + more > MOST_BYTES_OF_ALL) {
            throw Problem.conflict(
                    "The pictures of a person's cards take at most %d MB together."
                            .formatted(MOST_BYTES_OF_ALL / 1024 / 1024));
        }
    }

    @Transactional
    public Optional<Picture> find(UUID personId, String sha256) {
        return OwnPicture.<OwnPicture>findByIdOptional(new OwnPicture.Key(personId, sha256))
                .map(row -> new Picture(row.mediaType, row.bytes));
    }

    /** The pictures that a text names, by their SHA-256. */
    @Transactional
    public Map<String, Picture> named(UUID personId, String text) {
        var pictures = new HashMap<String, Picture>();
        NAMED.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .forEach(sha -> find(personId, sha).ifPresent(each -> pictures.put(sha, each)));
        return pictures;
    }
}
