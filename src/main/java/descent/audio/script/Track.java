package descent.audio.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a lesson can be listened to, in the order of its page. */
public enum Track {
    CONVERSATION("Classroom conversation"),
    AUDIOBOOK("Audiobook");

    private final String label;

    Track(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether several people speak. */
    public boolean isDialogue() {
        return this == CONVERSATION;
    }

    /** As in addresses and in the database. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Track> of(String path) {
        return Arrays.stream(values()).filter(track -> track.path().equals(path)).findFirst();
    }
}
