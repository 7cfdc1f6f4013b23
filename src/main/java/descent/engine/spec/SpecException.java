package descent.engine.spec;

/** A spec that is refused: which field, what it was and what it may be. */
public final class SpecException extends IllegalArgumentException {
    private final String path;
    private final String problem;

    SpecException(String path, String problem) {
        super(path.isEmpty() ? "the spec " + problem : path + " " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** The field, as in network.layers[2].units; empty for the spec as a whole. */
    public String path() {
        return path;
    }

    /** What is wrong with it, as in "must be between 1 and 4096, was 0". */
    public String problem() {
        return problem;
    }
}
