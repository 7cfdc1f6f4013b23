package descent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The passage of a text that was looked for: stretches, of which some are marked. */
public record Snippet(List<Stretch> stretches) {
    private static final char BEGIN = '\u0002';
    private static final char END = '\u0003';

    /** Letters by which the beginning of a text, and its end, are known again. */
    private static final int FEW = 20;

    /** A text of no more characters is shown whole. */
    static final int LONGEST_WHOLE = 240;

    /**
     * For {@code ts_headline}: marks that no text has, since entries have no control characters.
     */
    private static final String MARKS = "StartSel=%s, StopSel=%s".formatted(BEGIN, END);

    static final String WHOLE = MARKS + ", HighlightAll=true";
    static final String PARTS =
            MARKS + ", MaxFragments=2, MaxWords=30, MinWords=18, FragmentDelimiter=\" … \"";

    public record Stretch(String text, boolean marked) {}

    public Snippet {
        stretches = List.copyOf(stretches);
    }

    /**
     * @param headline what {@code ts_headline} made
     * @param text of it
     */
    static Snippet of(String headline, String text) {
        var stretches = new ArrayList<Stretch>();
        int at = 0;
        for (int begin; (begin = headline.indexOf(BEGIN, at)) >= 0; ) {
            int end = headline.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            stretches.add(new Stretch(headline.substring(at, begin), false));
            stretches.add(new Stretch(headline.substring(begin + 1, end), true));
            at = end + 1;
        }
        stretches.add(new Stretch(headline.substring(at), false));
        var plain = stretches.stream().map(Stretch::text).collect(Collectors.joining());
        int few = Math.min(FEW, plain.length());
        if (!text.startsWith(plain.substring(0, few))) {
            stretches.addFirst(new Stretch("… ", false));
        }
        if (!text.endsWith(plain.substring(plain.length() - few))) {
            stretches.addLast(new Stretch(" …", false));
        }
        return new Snippet(stretches);
    }
}
