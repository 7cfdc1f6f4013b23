package descent.lesson.reading;

/** How the reader of a lesson's page stands to it. */
public enum LessonStanding {
    /** Does not take the course. */
    PASSING,
    READING,
    READ
}
