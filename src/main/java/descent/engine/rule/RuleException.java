package descent.engine.rule;

/** A text that is no rule: where it goes wrong, and what was expected there. */
public final class RuleException extends IllegalArgumentException {
    private final Place place;
    private final String problem;

    public RuleException(Place place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    public Place place() {
        return place;
    }

    /** As in: expected ")", found the end of the line. */
    public String problem() {
        return problem;
    }
}
