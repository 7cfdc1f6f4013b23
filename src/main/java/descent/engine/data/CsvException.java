package descent.engine.data;

/** A text that is no table of numbers: in which line, and what is wrong there. */
public final class CsvException extends IllegalArgumentException {
    private final int line;
    private final String problem;

    CsvException(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    public String problem() {
        return problem;
    }
}
