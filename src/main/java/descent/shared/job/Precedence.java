package descent.shared.job;

/**
 * Work that people are waiting for, before which work in the background stands back: rooms offer
 * beans of this type.
 */
public interface Precedence {
    /** Whether somebody is waiting now. Asked about once a second. */
    boolean isWanted();
}
