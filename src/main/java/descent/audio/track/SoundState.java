package descent.audio.track;

/** How far a sound is. */
public enum SoundState {
    WAITING,
    RUNNING,
    READY,
    FAILED
}
