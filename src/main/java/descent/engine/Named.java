package descent.engine;

import java.util.Locale;

/** A choice as specs write it: leakyRelu for LEAKY_RELU, unless it says otherwise. */
public interface Named {
    String name();

    default String text() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        var text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++)
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        return text.toString();
    }
}
