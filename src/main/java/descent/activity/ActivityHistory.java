package descent.activity;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.activity.Activity.LessonRead;
import descent.activity.Activity.QuestionAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was written down of a learner, to be read. */
@ApplicationScoped
public class ActivityHistory {
    private static final Map<String, ? extends Class<?>> KINDS =
            Arrays.stream(Activity.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /** Said twice: the answer that was missed is an answer. */
    private static final String NOT_SHADOWS = "and kind <> 'ResponseMissed' ";

    private final ObjectMapper json;

    ActivityHistory(ObjectMapper json) {
        this.json = json;
    }

    /** Something done, and when. */
    public record Deed(long id, Activity activity, Instant at) {}

    /** The answers to questions of a course, the latest first. */
    @Transactional
    public List<Deed> answers(UUID personId, String courseId, Instant since) {
        return deeds(
                ActivityEntry.list(
                        "personId = ?1 and courseId = ?2 and kind = ?3 and at > ?4 order by id desc",
                        personId,
                        courseId,
                        QuestionAnswered.class.getSimpleName(),
                        since));
    }

    /** The ids of the lessons of a course that were read to their end. */
    @Transactional
    public Set<String> lessonsRead(UUID personId, String courseId) {
        List<ActivityEntry> entries =
                ActivityEntry.list(
                        "personId = ?1 and courseId = ?2 and kind = ?3",
                        personId,
                        courseId,
                        LessonRead.class.getSimpleName());
        return entries.stream().map(entry -> entry.subject).collect(Collectors.toSet());
    }

    /** When something was done, in whatever course, the earliest first. */
    @Transactional
    public List<Instant> moments(UUID personId, Instant since) {
        return ActivityEntry.find(
                        "select at from ActivityEntry where personId = ?1 and at > ?2 "
                                + NOT_SHADOWS
                                + "order by at",
                        personId,
                        since)
                .project(Instant.class)
                .list();
    }

    /** Some deeds in a course, the latest first. */
    @Transactional
    public List<Deed> latest(UUID personId, String courseId, int first, int number) {
        return deeds(
                ActivityEntry.<ActivityEntry>find(
                                "personId = ?1 and courseId = ?2 "
                                        + NOT_SHADOWS
                                        + "order by id desc",
                                personId,
                                courseId)
                        .range(first, first + number - 1)
                        .list());
    }

    /** The next deeds of somebody in all courses, in order, behind the one with this id. */
    @Transactional
    public List<Deed> after(UUID personId, long id, int size) {
        return deeds(
                ActivityEntry.<ActivityEntry>find(
                                "personId = ?1 and id > ?2 " + NOT_SHADOWS + "order by id",
                                personId,
                                id)
                        .page(0, size)
                        .list());
    }

    /**
     * What somebody's answers on a concept add up to, older ones with less weight.
     *
     * @param right the weighted sum of their fractions
     * @param missing of what their fractions lack to 1
     */
    public record Sums(UUID personId, String concept, long answers, double right, double missing) {}

    /** Of everybody in a course. An answer's weight is halved with each {@code halfLife}. */
    @Transactional
    public List<Sums> sums(String courseId, Instant now, Duration halfLife) {
        Stream<Object[]> rows =
                ActivityEntry.getEntityManager()
                        .createNativeQuery(
                                """
                                select person_id, concept, count(*), sum(weight * fraction), sum(weight * (1 - fraction))
                                from (
                                    select person_id, detail ->> 'concept' as concept,
                                        least(1, greatest(0, (detail ->> 'fraction')::float8)) as fraction,
                                        power(0.5, greatest(0, extract(epoch from cast(:now as timestamptz) - at)::float8) / :half) as weight
                                    from activity
                                    where course_id = :course and kind = 'QuestionAnswered' and at > :since
                                ) answers
                                group by person_id, concept
                                """,
                                Object[].class)
                        .setParameter("now", now)
                        .setParameter("half", (double) halfLife.toSeconds())
                        .setParameter("course", courseId)
                        .setParameter("since", now.minus(halfLife.multipliedBy(12)))
                        .getResultStream();
        return rows.map(row ->
                        new Sums(
                                (UUID) row[0],
                                (String) row[1],
                                ((Number) row[2]).longValue(),
                                ((Number) row[3]).doubleValue(),
                                ((Number) row[4]).doubleValue()))
                .toList();
    }

    /** What somebody did in a course, in short. */
    public record Reach(UUID personId, long lessonsRead, Instant last) {}

    /** Of everybody in a course. */
    @Transactional
    public List<Reach> reaches(String courseId) {
        return ActivityEntry.find(
                        "select personId, count(distinct case when kind = 'LessonRead' then subject end), max(at)"
                                + " from ActivityEntry where courseId = ?1 group by personId",
                        courseId)
                .project(Reach.class)
                .list();
    }

    private List<Deed> deeds(List<ActivityEntry> entries) {
        return entries.stream()
                .map(entry -> new Deed(entry.id, activity(entry), entry.at))
                .toList();
    }

    private Activity activity(ActivityEntry entry) {
        try {
            return (Activity) json.readValue(entry.detail, KINDS.get(entry.kind));
        } catch (JacksonException e) {
            throw new IllegalStateException("activity " + entry.id + " is not as written", e);
        }
    }
}
