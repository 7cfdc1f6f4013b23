package descent.editor;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two texts, told as one: what stayed, what is gone, what is new, word by word. */
public record Differences(List<Block> blocks) {
    /** Lines that stayed beside a change, so that one sees where it is. */
    private static final int CONTEXT = 2;

    /**
     * With more on either side a passage is shown as replaced as a whole: the work grows by the
     * square of what differs.
     */
    private static final int MOST_LINES = 6_000;

    private static final int MOST_WORDS = 4_000;
    private static final int MOST_LETTERS = 10 * MOST_WORDS;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /** What became of a piece of text. */
    public enum Fate {
        STAYED,
        GONE,
        NEW
    }

    /** Some text with one fate. */
    public record Piece(Fate fate, String text) {}

    /**
     * Some lines.
     *
     * @param line number of the first in the new text, from 1
     * @param hidden how many lines stayed that are not told; there are no pieces then
     */
    public record Block(int line, List<Piece> pieces, int hidden) {}

    public Differences {
        blocks = List.copyOf(blocks);
    }

    public boolean isEmpty() {
        return blocks.stream().allMatch(block -> block.hidden() > 0);
    }

    public static Differences between(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        var blocks = new ArrayList<Block>();
        int at = 0;
        for (var delta : deltas(old, now)) {
            int from = delta.getTarget().getPosition();
            stayed(now, at, from, at == 0, false, blocks);
            blocks.add(new Block(from + 1, pieces(delta), 0));
            at = from + delta.getTarget().size();
        }
        stayed(now, at, now.size(), at == 0, true, blocks);
        return new Differences(blocks);
    }

    private static List<AbstractDelta<String>> deltas(List<String> old, List<String> now) {
        int head = alike(old, now);
        int tail =
                alike(
                        old.subList(head, old.size()).reversed(),
                        now.subList(head, now.size()).reversed());
        var gone = old.subList(head, old.size() - tail);
        var fresh = now.subList(head, now.size() - tail);
        return Math.max(gone.size(), fresh.size()) > MOST_LINES
                ? List.of(new ChangeDelta<>(new Chunk<>(head, gone), new Chunk<>(head, fresh)))
                : DiffUtils.diff(old, now).getDeltas();
    }

    /** How many lines two texts begin with alike. */
    private static int alike(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int n = 0;
        while (n < most && one.get(n).equals(other.get(n))) {
            n++;
        }
        return n;
    }

    private static void stayed(
            List<String> lines, int from, int to, boolean first, boolean last, List<Block> blocks) {
        int head = first ? 0 : CONTEXT;
        int tail = last ? 0 : CONTEXT;
        if (to - from <= head + tail + 1 && !(first && last)) {
            plain(lines, from, to, blocks);
            return;
        }
        plain(lines, from, from + head, blocks);
        if (to - tail > from + head) {
            blocks.add(new Block(from + head + 1, List.of(), to - tail - from - head));
        }
        plain(lines, to - tail, to, blocks);
    }

    private static void plain(List<String> lines, int from, int to, List<Block> blocks) {
        if (to > from) {
            var text = String.join("\n", lines.subList(from, to)) + "\n";
            blocks.add(new Block(from + 1, List.of(new Piece(Fate.STAYED, text)), 0));
        }
    }

    private static List<Piece> pieces(AbstractDelta<String> delta) {
        var old = text(delta.getSource().getLines());
        var now = text(delta.getTarget().getLines());
        var replaced = List.of(new Piece(Fate.GONE, old), new Piece(Fate.NEW, now));
        if (Math.max(old.length(), now.length()) > MOST_LETTERS) {
            return merged(replaced);
        }
        var oldWords = words(old);
        var nowWords = words(now);
        if (Math.max(oldWords.size(), nowWords.size()) > MOST_WORDS) {
            return merged(replaced);
        }
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var change : DiffUtils.diff(oldWords, nowWords).getDeltas()) {
            int from = change.getTarget().getPosition();
            pieces.add(new Piece(Fate.STAYED, String.join("", nowWords.subList(at, from))));
            pieces.add(new Piece(Fate.GONE, String.join("", change.getSource().getLines())));
            pieces.add(new Piece(Fate.NEW, String.join("", change.getTarget().getLines())));
            at = from + change.getTarget().size();
        }
        pieces.add(new Piece(Fate.STAYED, String.join("", nowWords.subList(at, nowWords.size()))));
        return merged(pieces);
    }

    private static List<Piece> merged(List<Piece> pieces) {
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }
}
