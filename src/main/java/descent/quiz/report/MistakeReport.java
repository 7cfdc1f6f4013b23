package descent.quiz.report;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a learner finds something wrong with a question. */
@Entity
public class MistakeReport extends PanacheEntityBase {
    @Id public UUID id;

    public String courseId;
    public String questionId;

    /** In which attempt it was seen, and under which number; gone with the attempt. */
    public @Nullable UUID attemptId;

    public int number;
    public UUID personId;
    public String text;
    public Instant reportedAt;

    /** Since when an author has dealt with it. */
    public @Nullable Instant settledAt;

    public @Nullable UUID settledBy;

    protected MistakeReport() {}

    MistakeReport(Attempt attempt, AttemptQuestion question, String text, Instant now) {
        this.id = UUID.randomUUID();
        this.courseId = attempt.courseId;
        this.questionId = question.questionId;
        this.attemptId = attempt.id;
        this.number = question.number();
        this.personId = attempt.personId;
        this.text = text;
        this.reportedAt = now;
    }

    /**
     * Those nobody has dealt with first, the newest first.
     *
     * @param searched a part of the report or of the question's id, in whatever case; empty for all
     */
    public static List<MistakeReport> inCourse(
            String courseId, String searched, int first, int number) {
        return MistakeReport.<MistakeReport>find(
                        "courseId = ?1 and (position(lower(?2) in lower(text)) > 0"
                                + " or position(lower(?2) in questionId) > 0)"
                                + " order by case when settledAt is null then 0 else 1 end,"
                                + " reportedAt desc",
                        courseId,
                        searched.strip())
                .range(first, first + number - 1)
                .list();
    }

    public static long open(String courseId) {
        return count("courseId = ?1 and settledAt is null", courseId);
    }
}
