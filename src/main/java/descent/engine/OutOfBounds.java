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
        super(field + " must be " + expected + ", was " + value);
        this.field = field;
        this.problem = "must be " + expected + ", was " + value;
    }

    public String field() {
        return field;
    }

    /** As in "must be between 0 and 1, was 2". */
    public String problem() {
        return problem;
    }
}
