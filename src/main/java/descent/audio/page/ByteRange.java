package descent.audio.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a file a request asks for (RFC 9110, section 14). */
public sealed interface ByteRange {
    /** All of it: no range, or one that is not understood, or several. */
    record Whole() implements ByteRange {}

    /** Both ends included. */
    record Part(int from, int to) implements ByteRange {
        int length() {
            return to - from + 1;
        }
    }

    /** Beyond the end. */
    record Unsatisfiable() implements ByteRange {}

    Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange of(@Nullable String header, int size) {
        var range = RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            long last = Long.parseLong(range.group(2));
            return last == 0 || size == 0
                    ? new Unsatisfiable()
                    : new Part((int) Math.max(0, size - last), size - 1);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? size - 1L : Long.parseLong(range.group(2));
        if (!range.group(2).isEmpty() && to < from) {
            return new Whole();
        }
        return from >= size
                ? new Unsatisfiable()
                : new Part((int) from, (int) Math.min(to, size - 1L));
    }
}
