package descent.experiment;

/** A step of a walk that one can go to at once. */
public record Stop(int step, String title) {}
