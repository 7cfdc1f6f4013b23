package descent.search;

import java.util.ArrayList;
import java.util.List;

/** The passage of a text that was looked for: stretches, of which some are marked. */
public record Snippet(List<Stretch> stretches) {
    private static final char BEGIN = '\u0002';
    private static final char END = '\u0003';

    /** For {@code ts_headline}: marks that no text has, since the index keeps no control characters. */
    static final String OPTIONS =
            "StartSel=%s, StopSel=%s, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=\" … \""
                    .formatted(BEGIN, END);

    public record Stretch(String text, boolean marked) {}

    public Snippet {
        stretches = List.copyOf(stretches);
    }

    static Snippet of(String headline) {
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
        return new Snippet(stretches);
    }
}
