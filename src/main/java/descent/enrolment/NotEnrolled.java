package descent.enrolment;

/** Something asked for that only those may have who take the course. */
public final class NotEnrolled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String courseId;

    NotEnrolled(String courseId) {
        super("Enrol in the course " + courseId + " first.");
        this.courseId = courseId;
    }

    public String courseId() {
        return courseId;
    }
}
