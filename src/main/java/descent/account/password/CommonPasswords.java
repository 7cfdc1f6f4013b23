package descent.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first: known words, and what people make of them and of a keyboard.
 * One line of {@code common-passwords.txt} stands for the word itself and for the usual ways to
 * lengthen and to disguise it ("Dragon123", "dr4gon!", "dragondragon"), which is how a list of some
 * hundred words holds the few thousand passwords that are used most.
 */
final class CommonPasswords {
    private static final int SHORTEST_CORE = 3;
    private static final int LONGEST_ENDING = 10;

    /** "1", "12", "2024", "123!", "!!": what is put behind a word, or before it. */
    private static final Pattern ENDING =
            Pattern.compile("[0-9]{0,4}[!?.@#$*_-]{0,2}[0-9]{0,4}|12345[0-9]{1,5}");

    private static final Pattern DATE =
            Pattern.compile(
                    "(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])|(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(19|20)\\d\\d|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(19|20)\\d\\d");

    /** Rows of keyboards, and columns from the top to the bottom. */
    private static final List<String> WALKS =
            List.of(
                    "1234567890",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "qwertzuiop",
                    "yxcvbnm",
                    "azertyuiop",
                    "qsdfghjklm",
                    "wxcvbn",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "a1b2c3d4e5f6g7h8",
                    "a1s2d3f4g5h6j7k8",
                    "abcdefghijklmnopqrstuvwxyz",
                    "147258369",
                    "741852963",
                    "159753",
                    "123321",
                    "123654",
                    "1122334455",
                    "112233445566",
                    "aabbccddee");

    private final Set<String> words;

    CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords ours() {
        var file =
                Objects.requireNonNull(
                        CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new CommonPasswords(
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(Pattern.compile("\\s+")::splitAsStream)
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return words.size();
    }

    boolean contains(String password) {
        var text = password.toLowerCase(Locale.ROOT);
        return DATE.matcher(text).matches() || isKnown(text);
    }

    /** A core with an ending before or behind it, or with none. */
    private boolean isKnown(String text) {
        for (int from = 0; from <= Math.min(LONGEST_ENDING, text.length()); from++) {
            if (!isEnding(text.substring(0, from))) {
                continue;
            }
            int nearest = Math.max(from + SHORTEST_CORE, text.length() - LONGEST_ENDING);
            for (int to = text.length(); to >= nearest; to--) {
                var core = text.substring(from, to);
                if (isEnding(text.substring(to)) && (isCore(core) || isCore(undisguised(core)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A word, a walk over the keyboard, or a short piece, once or repeated. */
    private boolean isCore(String text) {
        var piece = repeated(text);
        boolean shortPiece = piece.length() < text.length() && piece.length() <= 4;
        return shortPiece || words.contains(piece) || isWalk(piece);
    }

    private static boolean isEnding(String text) {
        return text.isEmpty() || ENDING.matcher(text).matches();
    }

    /** The shortest piece of which the text is a repetition; the text itself when it is none. */
    private static String repeated(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            var unit = text.substring(0, length);
            if (unit.repeat(text.length() / length).equals(text)) {
                return unit;
            }
        }
        return text;
    }

    /** A stretch of a keyboard, forwards or backwards, or two of them in a row ("qwerasdf"). */
    private static boolean isWalk(String text) {
        for (int cut = 0; cut <= text.length() - 3; cut++) {
            if ((cut == 0 || cut >= 3 && isStretch(text.substring(0, cut)))
                    && isStretch(text.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStretch(String text) {
        var backwards = new StringBuilder(text).reverse().toString();
        return text.length() >= 3
                && WALKS.stream().anyMatch(walk -> walk.contains(text) || walk.contains(backwards));
    }

    /** "p@ssw0rd" is "password" to whoever guesses. */
    private static String undisguised(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('8', 'b')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
