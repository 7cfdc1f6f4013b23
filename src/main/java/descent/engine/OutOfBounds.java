package descent.engine;

/** A setting that a record refuses: which one, and what it may be. */
public final class OutOfBounds extends IllegalArgumentException {
    private final String field;
    private final String problem;

    /**
     * @param field the setting's name
     * @param expected what follows "must be", for example "between 0 and 1"
     * @param value what it was
     */
    public OutOfBounds(String field, String expected, Object value) {
        this(field, "must be " + expected + ", was " + value);
    }

    private OutOfBounds(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /**
     * For what is wrong in other ways than by its value.
     *
     * @param problem what follows the name, for example "is not understood: …"
     */
    public static OutOfBounds because(String field, String problem) {
        return new OutOfBounds(field, problem);
    }

    public String field() {
        return field;
    }

    /** As in "must be between 0 and 1, was 2". */
    public String problem() {
        return problem;
    }
}
