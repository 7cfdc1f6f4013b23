package descent.audio.speech;

/** A sentence could not be spoken. The message is for authors and admins. */
public final class SpeechException extends Exception {
    private static final long serialVersionUID = 1L;

    public SpeechException(String reason) {
        super(reason);
    }

    public SpeechException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
