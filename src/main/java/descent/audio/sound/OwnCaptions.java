package descent.audio.sound;

import descent.audio.speech.SpeechException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions that come with a recording, as WebVTT (W3C, 2019): read, checked, and written anew as
 * plain cues, without styles, regions, notes and settings.
 */
public final class OwnCaptions {
    private static final Pattern TIMES =
            Pattern.compile("(\\S+)[ \\t]+-->[ \\t]+(\\S+)(?:[ \\t].*)?");
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{2,3}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    /** A recording may be cut a little short. */
    private static final long BEYOND = 1_000;

    private final String[] lines;
    private final long end;
    private final StringBuilder vtt = new StringBuilder("WEBVTT\n\n");
    private int at;
    private int cues;
    private long last;

    private OwnCaptions(String text, long end) {
        this.lines =
                text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').split("\n");
        this.end = end;
    }

    /**
     * @param millis that the recording lasts
     * @throws SpeechException with the number of the line, when they are none
     */
    public static String of(String text, long millis) throws SpeechException {
        return new OwnCaptions(text, millis).read();
    }

    private String read() throws SpeechException {
        if (!lines[0].equals("WEBVTT") && !lines[0].matches("WEBVTT[ \\t].*")) {
            throw wrong("the file begins with WEBVTT");
        }
        skipBlock();
        while (at < lines.length) {
            if (lines[at].isBlank()) {
                at++;
            } else if (lines[at].matches("(NOTE|STYLE|REGION)\\b.*")) {
                skipBlock();
            } else {
                cue();
            }
        }
        if (cues == 0) {
            throw new SpeechException("there is no caption in the file");
        }
        return vtt.toString();
    }

    private void skipBlock() {
        while (at < lines.length && !lines[at].isBlank()) {
            at++;
        }
    }

    private void cue() throws SpeechException {
        if (!lines[at].contains("-->")) {
            at++;
        }
        var times = at < lines.length ? TIMES.matcher(lines[at]) : TIMES.matcher("");
        if (!times.matches()) {
            throw wrong("a caption has a line like 00:01.000 --> 00:04.000 above its words");
        }
        long from = time(times.group(1));
        long to = time(times.group(2));
        if (from >= to || from < last) {
            throw wrong("captions begin one after the other, and end behind their beginning");
        }
        if (to > end + BEYOND) {
            throw wrong("the recording ends at %s".formatted(Captions.time(end)));
        }
        last = from;
        at++;
        int first = at;
        skipBlock();
        if (first == at) {
            throw wrong("a caption has words");
        }
        vtt.append(times(from, to));
        for (int i = first; i < at; i++) {
            if (lines[i].contains("-->")) {
                at = i;
                throw wrong("an empty line stands between captions");
            }
            vtt.append(lines[i]).append('\n');
        }
        vtt.append('\n');
        cues++;
    }

    private static String times(long from, long to) {
        return Captions.time(from) + " --> " + Captions.time(to) + "\n";
    }

    private long time(String text) throws SpeechException {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw wrong("a time is written 00:01.000 or 01:00:01.000, not \"%s\"".formatted(text));
        }
        return ((number(time, 1) * 60 + number(time, 2)) * 60 + number(time, 3)) * 1000
                + number(time, 4);
    }

    private static long number(Matcher time, int group) {
        var digits = time.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private SpeechException wrong(String rule) {
        return new SpeechException(
                String.format(Locale.ROOT, "line %d: %s", Math.min(at + 1, lines.length), rule));
    }
}
