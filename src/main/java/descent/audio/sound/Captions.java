package descent.audio.sound;

import descent.audio.script.Script;
import descent.audio.script.Script.Kind;
import descent.audio.script.Script.Line;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** WebVTT: what is said when, and where chapters begin. */
public final class Captions {
    private Captions() {}

    /**
     * A cue for each sentence.
     *
     * @param speakers the name of a role
     */
    public static String captions(
            Script script, List<Timing> timings, UnaryOperator<String> speakers) {
        var vtt = new StringBuilder("WEBVTT\n\n");
        for (int i = 0; i < timings.size(); i++) {
            var line = script.lines().get(i);
            for (int s = 0; s < line.sentences().size(); s++) {
                var span = timings.get(i).sentences().get(s);
                cue(
                        vtt,
                        sentenceId(line, s),
                        span.from(),
                        span.to(),
                        "<v %s>%s</v>"
                                .formatted(
                                        escape(speakers.apply(line.role())),
                                        escape(line.sentences().get(s))));
            }
        }
        return vtt.toString();
    }

    /** A cue for each chapter, to the beginning of the next; none in a script without chapters. */
    public static String chapters(Script script, List<Timing> timings, long end) {
        var vtt = new StringBuilder("WEBVTT\n\n");
        var chapters = chapterLines(script);
        for (int c = 0; c < chapters.size(); c++) {
            var line = script.lines().get(chapters.get(c));
            boolean last = c + 1 == chapters.size();
            cue(
                    vtt,
                    line.id(),
                    timings.get(chapters.get(c)).from(),
                    last ? end : timings.get(chapters.get(c + 1)).from(),
                    escape(String.join(" ", line.sentences())));
        }
        return vtt.toString();
    }

    /** The places of the lines that begin a chapter. */
    public static List<Integer> chapterLines(Script script) {
        return java.util.stream.IntStream.range(0, script.lines().size())
                .filter(i -> script.lines().get(i).kind() == Kind.CHAPTER)
                .boxed()
                .toList();
    }

    /** By which a page and its captions name the same sentence. */
    public static String sentenceId(Line line, int sentence) {
        return line.id().replace('/', '-') + "-" + (sentence + 1);
    }

    private static void cue(StringBuilder vtt, String id, long from, long to, String text) {
        vtt.append(id)
                .append('\n')
                .append(time(from))
                .append(" --> ")
                .append(time(to))
                .append('\n')
                .append(text)
                .append("\n\n");
    }

    static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
